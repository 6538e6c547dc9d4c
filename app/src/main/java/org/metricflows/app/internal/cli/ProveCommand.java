package org.metricflows.app.internal.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metricflows.bridge.internal.run.WholeFile;
import org.metricflows.proofs.internal.catalogue.Catalogue;
import org.metricflows.proofs.internal.document.LatexDocument;
import org.metricflows.proofs.internal.theorem.Certificate.Refuted;
import org.metricflows.proofs.internal.theorem.Prover;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.proofs.internal.theorem.Verdict;
import org.metricflows.proofs.internal.witness.Witness;
import org.metricflows.symbolic.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies the theorems of the catalogue and refutes their twins. */
@Command(
    name = "prove",
    description = {
      "Verifies theorems about metric flows: certificates for each and a mutated twin refuted.",
      "Without names, all of them."
    },
    footer = {"", "Example: metricflows prove bianchi-first"})
final class ProveCommand extends Subcommand {
  @Parameters(arity = "0..*", paramLabel = "NAME", description = "The theorems to verify.")
  private List<String> names = List.of();

  @Option(names = "--list", description = "List the theorems instead.")
  private boolean list;

  @Option(
      names = "--latex",
      paramLabel = "FILE",
      description = "Write the theorems with definitions and certificates as a LaTeX document.")
  private Path latex;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the random points and primes (default: 1).")
  private long seed;

  @Override
  ExitCode run() {
    List<Theorem> theorems = chosen();
    if (list) {
      list(theorems);
      return ExitCode.DONE;
    }
    requireFolder();
    List<Verdict> verdicts = new Proving(Prover.standard(), seed).all(theorems);
    if (latex != null) {
      WholeFile.write(latex, LatexDocument.of(verdicts).getBytes(StandardCharsets.UTF_8));
    }
    boolean verified = verdicts.stream().allMatch(ProveCommand::passed);
    if (wantsJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("certificates", verdicts.stream().map(ProveJson::certificate).toList());
      document.put("verified", verified);
      console().json(document);
    } else {
      table(verdicts);
    }
    verdicts.stream().filter(v -> !passed(v)).forEach(this::explain);
    return verified ? ExitCode.DONE : ExitCode.STOPPED;
  }

  private List<Theorem> chosen() {
    Catalogue catalogue = Catalogue.standard();
    List<Theorem> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          catalogue
              .find(name)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "prove: no theorem is called '"
                              + name
                              + "'; "
                              + Suggestion.ending(name, catalogue.names()))));
    }
    return names.isEmpty() ? catalogue.theorems() : chosen;
  }

  /** Says before the work, not after it, that the document cannot be written. */
  private void requireFolder() {
    if (latex != null) {
      Path folder = latex.toAbsolutePath().getParent();
      if (Files.isDirectory(latex) || folder == null || !Files.isWritable(folder)) {
        throw new BadInputException("prove: --latex " + latex + " cannot be written");
      }
    }
  }

  private static boolean passed(Verdict verdict) {
    return verdict.verified() && verdict.twinRefuted();
  }

  private void list(List<Theorem> theorems) {
    if (wantsJson()) {
      console().json(Map.of("theorems", theorems.stream().map(ProveJson::theorem).toList()));
      return;
    }
    int width = theorems.stream().mapToInt(t -> t.name().length()).max().orElse(0);
    theorems.forEach(
        t -> console().println(String.format("%-" + width + "s  %s", t.name(), t.title())));
  }

  private void table(List<Verdict> verdicts) {
    TextTable table =
        new TextTable().row("theorem", "dimension", "method", "bound", "twin", "witness", "s");
    for (Verdict v : verdicts) {
      table.row(
          v.theorem().name(),
          String.valueOf(v.dimension()),
          v.method(),
          number(v.bound()),
          v.twinRefuted() ? "refuted" : "NOT REFUTED",
          v.witness().map(w -> number(w.maxRelativeError())).orElse(""),
          String.format(Locale.ROOT, "%.2f", v.seconds()));
    }
    console().print(table.toString());
    long passed = verdicts.stream().filter(ProveCommand::passed).count();
    console().println("");
    console().println(passed + " of " + verdicts.size() + " verified, their twins refuted");
  }

  private static String explain(Verdict.Finding finding) {
    Witness witness = finding.witness().orElseThrow();
    return finding.claim().statement().latex()
        + ": off by "
        + number(witness.maxRelativeError())
        + ", rounding allows "
        + number(witness.bound());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0e", value);
  }

  private void explain(Verdict verdict) {
    for (Verdict.Finding finding : verdict.findings()) {
      String where = verdict.theorem().name() + " in dimension " + verdict.dimension();
      if (finding.statement() instanceof Refuted) {
        console().note(where + " is refuted: " + finding.claim().statement().latex());
      } else if (!finding.verified()) {
        console().note(where + " does not hold for the compiled program: " + explain(finding));
      }
      if (!finding.twinRefuted()) {
        console().note(where + ": the twin is not refuted: " + finding.claim().twin().latex());
      }
    }
  }
}
