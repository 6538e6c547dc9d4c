package org.metricflows.proofs.internal.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.metricflows.proofs.internal.theorem.Certificate;
import org.metricflows.proofs.internal.theorem.Claim;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.proofs.internal.theorem.Verdict;

/**
 * Theorems, the definitions they rest on and their certificates as a LaTeX document.
 *
 * <p>It needs only amsmath and amssymb. The formulas are the ones that were verified, letter by
 * letter.
 */
public final class LatexDocument {
  private final StringBuilder text = new StringBuilder();

  private LatexDocument() {}

  /** The document for these verdicts, those of one theorem standing together. */
  public static String of(List<Verdict> verdicts) {
    Map<Theorem, List<Verdict>> byTheorem = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      byTheorem.computeIfAbsent(verdict.theorem(), t -> new ArrayList<>()).add(verdict);
    }
    LatexDocument document = new LatexDocument();
    document.begin(verdicts);
    byTheorem.forEach(document::section);
    document.line("\\end{document}");
    return document.text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void begin(List<Verdict> verdicts) {
    line("\\documentclass[10pt,a4paper]{article}");
    line("\\usepackage{amsmath,amssymb}");
    line("\\usepackage[margin=2.2cm]{geometry}");
    line("\\allowdisplaybreaks");
    line("\\setlength{\\parindent}{0pt}");
    line("\\title{Theorems on metric flows and their certificates}");
    line("\\author{metric-flows}");
    line("\\date{}");
    line("\\begin{document}");
    line("\\maketitle");
    long verified = verdicts.stream().filter(v -> v.verified() && v.twinRefuted()).count();
    line(
        verified
            + " of "
            + verdicts.size()
            + " statements, each a theorem in one dimension, are verified, with their mutated"
            + " twins refuted.");
    line("");
    line("\\medskip");
    line(
        "A certificate is exact, or it says: left minus right is a quotient of polynomials in the"
            + " Taylor coefficients of the fields; the numerator, of degree at most $D$, was found"
            + " to vanish at $N$ random points, each modulo a random prime $2^{60}<p<2^{61}$. Were"
            + " the identity false, this would happen with a probability of at most the bound given"
            + " (Schwartz and Zippel). A twin is the identity with a sign or a factor changed; one"
            + " point where it fails refutes it. A theorem about a program has a witness as well: the"
            + " compiled program was run at random points, and its outputs $y$ compared with the"
            + " other side $z$, computed to twice the precision. What is given is the largest"
            + " $|y-z|/\\max(1,|z|)$; it is nowhere more than a bound for the rounding errors of"
            + " that output at that point, while every twin's is. Repeated indices are summed over;"
            + " $g$ without indices is $\\det g_{ij}$.");
  }

  private void section(Theorem theorem, List<Verdict> verdicts) {
    line("");
    line("\\section*{" + PlainText.latex(theorem.title()) + "}");
    line("\\texttt{" + theorem.name() + "}");
    Verdict last = verdicts.get(verdicts.size() - 1);
    formulas("Claims.", last.findings().stream().map(f -> f.claim().statement().latex()).toList());
    Set<String> lines = new LinkedHashSet<>();
    last.findings().forEach(f -> lines.addAll(f.claim().statement().lines()));
    if (!lines.isEmpty()) {
      String where =
          last.theorem().dimensions().size() > 1 ? " (for $d=" + last.dimension() + "$)" : "";
      formulas("Definitions" + where + ".", List.copyOf(lines));
    }
    formulas(
        "Refuted twins.",
        last.findings().stream()
            .map(Verdict.Finding::claim)
            .map(Claim::twin)
            .map(t -> t.latex())
            .toList());
    table(verdicts);
  }

  private void formulas(String heading, List<String> formulas) {
    line("");
    line("\\paragraph{" + heading + "}");
    line("\\begin{align*}");
    for (int i = 0; i < formulas.size(); i++) {
      String end = i + 1 < formulas.size() ? " \\\\" : "";
      line(LineBreaker.broken(formulas.get(i)) + end);
    }
    line("\\end{align*}");
  }

  private void table(List<Verdict> verdicts) {
    line("\\begin{center}");
    boolean witnessed = verdicts.stream().anyMatch(v -> v.witness().isPresent());
    line("\\begin{tabular}{rlrrrll" + (witnessed ? "rrr" : "") + "}");
    line(
        "dimension & method & $D$ & $N$ & bound & identities & twins"
            + (witnessed ? " & points & witness & rounding" : "")
            + " \\\\ \\hline");
    for (Verdict verdict : verdicts) {
      line(String.join(" & ", cells(verdict)) + " \\\\");
    }
    line("\\end{tabular}");
    line("\\end{center}");
  }

  private static List<String> cells(Verdict verdict) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(verdict.dimension()));
    cells.add(verdict.method());
    cells.add(degree(verdict));
    cells.add(trials(verdict));
    cells.add(number(verdict.bound()));
    cells.add(verdict.verified() ? "verified" : "\\textbf{refuted}");
    cells.add(verdict.twinRefuted() ? "refuted" : "\\textbf{not refuted}");
    verdict
        .witness()
        .ifPresent(
            witness -> {
              cells.add(String.valueOf(witness.points()));
              cells.add(number(witness.maxRelativeError()));
              cells.add(number(witness.bound()));
            });
    return cells;
  }

  private static String degree(Verdict verdict) {
    return verdict.findings().stream()
        .map(Verdict.Finding::statement)
        .filter(Certificate.SchwartzZippel.class::isInstance)
        .mapToLong(c -> ((Certificate.SchwartzZippel) c).degree())
        .max()
        .stream()
        .mapToObj(String::valueOf)
        .findFirst()
        .orElse("");
  }

  private static String trials(Verdict verdict) {
    return verdict.findings().stream()
        .map(Verdict.Finding::statement)
        .filter(Certificate.SchwartzZippel.class::isInstance)
        .map(c -> String.valueOf(((Certificate.SchwartzZippel) c).trials()))
        .findFirst()
        .orElse("");
  }

  private static String number(double value) {
    if (value == 0) {
      return "$0$";
    }
    String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e");
    return "$" + parts[0] + "\\cdot10^{" + Integer.parseInt(parts[1]) + "}$";
  }
}
