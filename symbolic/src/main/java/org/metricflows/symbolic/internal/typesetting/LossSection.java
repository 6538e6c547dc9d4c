package org.metricflows.symbolic.internal.typesetting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.equation.FlowStatement;
import org.metricflows.symbolic.internal.equation.StartMetric;
import org.metricflows.symbolic.loss.JetLoss;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.loss.PointField;
import org.metricflows.symbolic.network.Ansatz;

/** The loss over the jets of the outputs, and its derivatives. */
final class LossSection {
  private final StartMetric background;
  private final Ansatz ansatz;
  private final Loss density;
  private final ReferenceJets reference;
  private final Derivation gradient;
  private final int lossLines;

  LossSection(FlowStatement statement) {
    this(statement.background(), statement.ansatz(), statement.loss());
  }

  LossSection(StartMetric background, Ansatz ansatz, Loss density) {
    this.background = background;
    this.ansatz = ansatz;
    this.density = density;
    this.reference = new ReferenceJets(background, ansatz, density.order());
    JetLoss loss = JetLoss.of(ansatz, density, background.dimension());
    this.gradient = Inlining.of(loss.gradient(), reference.numbers());
    int end = 0;
    for (int i = 0; i < gradient.lines().size(); i++) {
      if (gradient.lines().get(i).name().equals(new Symbol(JetLoss.OUTPUT))) {
        end = i + 1;
      }
    }
    this.lossLines = end;
  }

  Section loss() {
    Section.Builder section = new Section.Builder("Loss");
    section.formula(density.latex(), density.text());
    if (!reference.derivation().lines().isEmpty()) {
      section.program("The reference at a sample point:", reference.derivation());
    }
    fields(section);
    section.say(
        "At a sample point $x_a$ of weight $w_a$ it is a function of the outputs $f$"
            + (density.order() > 0 ? " and of their first and second derivatives." : "."));
    section.program(
        "At one sample point of weight $w$, from the outputs $f$ and their derivatives"
            + (density.order() > 0 ? " (`d1` after a name is its derivative by $x_{1}$)" : "")
            + ", $w$ times the density is `wl`:",
        gradient,
        0,
        lossLines);
    return section.build();
  }

  private void fields(Section.Builder section) {
    List<PointField> fields = density.fields();
    Derivation.Builder builder = Derivation.builder();
    background.coordinates().symbols().forEach(x -> builder.input(x.name()));
    boolean any = false;
    for (PointField field : fields) {
      if (!field.value().equals(new Symbol(field.name()))) {
        builder.define(field.name(), field.latex(), field.value());
        any = true;
      }
    }
    if (any) {
      section.program(
          "Functions of the coordinates that it reads:",
          builder.build(
              fields.stream()
                  .filter(f -> !f.value().equals(new Symbol(f.name())))
                  .map(PointField::name)
                  .toList()));
    }
  }

  Section variation() {
    Section.Builder section = new Section.Builder("Variation of the loss");
    section.formula(
        "\\delta L = \\sum_a \\sum_c \\sum_{|\\beta| \\le "
            + density.order()
            + "} S_c^{\\beta}(x_a)\\, \\partial^{\\beta} \\delta f_c(x_a),\\quad S_c^{\\beta} = w"
            + " \\frac{\\partial \\ell}{\\partial(\\partial^{\\beta} f_c)}",
        "delta L = sum_a sum_c sum_{|beta| <= "
            + density.order()
            + "} S_c^beta(x_a) d^beta delta f_c(x_a), S_c^beta = w dl/d(d^beta f_c)");
    if (density.order() > 0) {
      section.say("With a smooth measure this is, up to boundary terms, the Euler operator:");
      section.formula(
          "\\frac{\\delta L}{\\delta f_c} = \\sum_{|\\beta|\\le 2} (-1)^{|\\beta|} D^{\\beta}"
              + " S_c^{\\beta}",
          "delta L/delta f_c = sum_{|beta| <= 2} (-1)^|beta| D^beta S_c^beta");
    }
    String first = ansatz.outputNames(background.dimension()).get(0);
    section.program(
        "By reverse accumulation over the loss's lines, `adj"
            + first
            + (density.order() > 0 ? "`, `adj" + first + "d1`" : "`")
            + ", ... are the $S$:",
        gradient,
        lossLines,
        gradient.lines().size());
    return section.build();
  }

  /** The sources adjf11, … that do not vanish. */
  Set<String> sources() {
    Set<String> sources = new HashSet<>();
    for (Symbol output : gradient.outputs()) {
      if (!gradient.line(output).orElseThrow().value().isZero()) {
        sources.add(output.name());
      }
    }
    return sources;
  }
}
