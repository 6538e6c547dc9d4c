package org.metricflows.symbolic.internal.typesetting;

import java.util.Set;
import java.util.StringJoiner;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.equation.Motion;
import org.metricflows.symbolic.internal.equation.StartMetric;
import org.metricflows.symbolic.internal.evolution.DeTurckFlow;
import org.metricflows.symbolic.internal.evolution.DeWittDescent;
import org.metricflows.symbolic.internal.evolution.DeWittSupermetric;
import org.metricflows.symbolic.internal.evolution.NormalisedRicciFlow;
import org.metricflows.symbolic.internal.evolution.PerelmanFlow;
import org.metricflows.symbolic.internal.evolution.RicciFlow;
import org.metricflows.symbolic.internal.evolution.SteepestDescent;
import org.metricflows.symbolic.internal.evolution.VelocityMetric;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.network.Ansatz;

/** The velocity of the functions f that make a metric, assembled. */
final class MotionSection {
  private final Ansatz ansatz;
  private final int dimension;
  private final ReferenceJets reference;
  private final Section.Builder section = new Section.Builder("Flow of the functions");

  MotionSection(StartMetric background, Ansatz ansatz) {
    this.ansatz = ansatz;
    this.dimension = background.dimension();
    this.reference = new ReferenceJets(background, ansatz, 2);
  }

  Section ricci(Motion.Ricci kind) {
    section.say(
        "The functions $f$ move with the velocity of the metric, at every point from their"
            + " first and second derivatives there.");
    section.program(
        "The reference with its derivatives (`d1` after a name is that by $x_{1}$):",
        reference.derivation());
    section.program(
        switch (kind) {
          case PLAIN -> "From the jets of $f$:";
          case DETURCK ->
              "From the jets of $f$, with `back111`, `back111d1`, ... for the background's"
                  + " $\\Gamma^1_{11}$ and their derivatives:";
          case NORMALISED ->
              "From the jets of $f$, $\\partial_t f$ = `speed` + $r$ `growth` with $r$ the integral of"
                  + " `rdv` over that of `dv`:";
        },
        Inlining.of(
            switch (kind) {
              case PLAIN -> new RicciFlow(ansatz, dimension).velocity();
              case DETURCK -> new DeTurckFlow(ansatz, dimension).velocity();
              case NORMALISED -> NormalisedRicciFlow.of(ansatz, dimension).parts();
            },
            reference.numbers()));
    return section.build();
  }

  /** The inner product of velocities, pulled back to the functions. */
  Section product(VelocityMetric.Kind kind) {
    Section.Builder product = new Section.Builder("Inner product of velocities");
    product.say(
        "Pulled back to the functions $f$ it is one matrix $W_{cc'}$ a point, from their values there.");
    product.program(
        "From the values of $f$ and of the reference, and the weight `w`, $W_{cc'}$ by rows, $c \\le"
            + " c'$:",
        new VelocityMetric(ansatz, dimension, kind).blocks());
    return product.build();
  }

  /**
   * @param sources the sources adjf11, … that do not vanish
   */
  Section local(Motion.Local motion, Set<String> sources) {
    eulerOperator(motion, sources);
    section.program(
        motion.deWitt()
            ? "DeWitt's supermetric makes a velocity of the Euler operator $E$ ($m = 1$ without a"
                + " density):"
            : "The velocity before the kernel is steepest descent:",
        Inlining.of(
            motion.deWitt()
                ? new DeWittDescent(dimension).velocity()
                : new SteepestDescent(ansatz, dimension).velocity(),
            reference.numbers()));
    if (motion.deWitt() && motion.loss().measure().isPresent()) {
      section.say("DeWitt's supermetric makes of $E$, with $f = \\log \\sqrt{\\det g} - \\log m$,");
      section.formula(
          "V_{ij} = -2 \\left(R_{ij} + \\nabla_i \\nabla_j f\\right)",
          "V_ij = -2 (Ric_ij + D_i D_j f)");
      section.program(
          "Which is, with the derivatives `potd1`, ... of $f$,",
          Inlining.of(new PerelmanFlow(ansatz, dimension).velocity(), reference.numbers()));
    }
    if (motion.bandwidth().isZero()) {
      section.say("The kernel is the delta function, $\\partial_t f = V$.");
    } else {
      section.say("The kernel multiplies the velocity's Fourier modes:");
      section.formula(
          "\\partial_t f_c = \\sum_k \\mathrm{e}^{-\\ell^2 |k|^2/2}\\, \\hat V_c(k)\\, \\mathrm{e}^{\\mathrm{i}"
              + " k x},\\quad \\ell = "
              + Dialect.LATEX.print(motion.bandwidth()),
          "d/dt f_c = sum_k exp(-l^2 |k|^2/2) V_c(k) exp(i k x), l = " + motion.bandwidth());
    }
    return section.build();
  }

  /** E_c = Σ (−1)^|β| D^β S_c^β, written out. */
  private void eulerOperator(Motion.Local motion, Set<String> sources) {
    Loss loss = motion.loss();
    section.say(
        loss.measure().isPresent()
            ? "With the weight $w = m$, $E$ is the variation of the loss by $f$:"
            : "With the weight $w = 1$, $E$ is the variation of the loss by $f$:");
    for (String f : ansatz.outputNames(dimension)) {
      StringJoiner latex = new StringJoiner(" ");
      StringJoiner text = new StringJoiner(" ");
      for (String suffix : Jet.suffixes(dimension, loss.order())) {
        if (!sources.contains("adj" + f + suffix)) {
          continue;
        }
        String by = suffix.isEmpty() ? "" : suffix.substring(1);
        String sign = by.isEmpty() ? "" : by.length() == 1 ? "-" : "+";
        String slope = by.isEmpty() ? "" : "\\partial_{" + by + "}";
        latex.add(sign + slope + "\\overline{" + slope + KernelSection.latexOf(f) + "}");
        text.add((sign + " " + (by.isEmpty() ? "" : "d" + by + " ") + "adj" + f + suffix).strip());
      }
      String name = motion.deWitt() ? f.substring(1) : f; // of a metric's component
      section.formula("E_{" + name + "} = " + latex, "E" + name + " = " + text);
    }
  }

  Section features(Motion.Features motion) {
    Expr bandwidth = motion.bandwidth();
    section.say(
        "The outputs are read-outs of cosine features with integer waves $k$ and phases $b$,");
    section.formula(
        "f_c(x) = A N^{-1/2} \\sum_n \\theta_{cn} \\sqrt 2 \\cos(k_n\\cdot x + b_n),\\quad A^2 ="
            + " \\prod_i \\tfrac1{P_i} \\sum_k \\mathrm{e}^{-\\ell^2 k^2/2},\\quad \\ell = "
            + Dialect.LATEX.print(bandwidth),
        "f_c(x) = A N^(-1/2) sum_n theta_cn sqrt(2) cos(k_n.x + b_n),"
            + " A^2 = prod_i sum_k exp(-l^2 k^2/2)/P_i, l = "
            + bandwidth);
    section.say("waves drawn with the weight of the sum. Their tangent kernel tends to");
    section.formula(
        "\\Theta(x,x') = \\prod_i \\frac1{P_i} \\sum_k \\mathrm{e}^{-\\ell^2 k^2/2} \\cos k(x_i -"
            + " x'_i)",
        "Theta(x,x') = prod_i 1/P_i sum_k exp(-l^2 k^2/2) cos(k (x_i - xp_i))");
    section.say(
        motion.width().isPresent()
            ? "as $N$ grows; here $N = " + motion.width().getAsInt() + "$, and the read-outs move:"
            : "as $N$ grows; here it is that limit, and the outputs' jets at the sample points move:");
    section.formula(
        motion.width().isPresent()
            ? "\\dot\\theta_{cn} = -\\sum_a \\sum_\\beta \\partial^\\beta \\phi_n(x_a)\\,"
                + " Z_c^\\beta(x_a)"
            : "\\partial_t \\partial^\\alpha f_c(x) = -\\sum_a \\sum_\\beta \\partial_x^\\alpha"
                + " \\partial_{x'}^\\beta \\Theta(x,x_a)\\, Z_c^\\beta(x_a)",
        motion.width().isPresent()
            ? "d/dt theta_cn = -sum_a sum_beta d^beta phi_n(x_a) Z_c^beta(x_a)"
            : "d/dt d^alpha f_c(x) = -sum_a sum_beta d_x^alpha d_x'^beta Theta(x,x_a)"
                + " Z_c^beta(x_a)");
    drive(motion);
    return section.build();
  }

  Section gaussian(Motion.Gaussian motion) {
    section.say("A fixed kernel, diagonal in the functions, stands in a network's place,");
    section.formula(
        "\\Theta(x,x') = \\mathrm{e}^{-|x-x'|^2/2\\ell^2},\\quad \\ell = "
            + Dialect.LATEX.print(motion.length()),
        "Theta(x,x') = exp(-|x-x'|^2/(2 l^2)), l = " + motion.length());
    section.say("and with $S$, the variation of the loss above, the functions' jets move:");
    section.formula(
        "\\partial_t \\partial^\\alpha f_c(x) = -\\sum_a \\sum_\\beta \\partial_x^\\alpha"
            + " \\partial_{x'}^\\beta \\Theta(x,x_a)\\, S_c^\\beta(x_a)",
        "d/dt d^alpha f_c(x) = -sum_a sum_beta d_x^alpha d_x'^beta Theta(x,x_a) S_c^beta(x_a)");
    return section.build();
  }

  private void drive(Motion.Features motion) {
    if (!motion.deWitt()) {
      section.say("with $Z = S$, the variation of the loss above.");
      return;
    }
    section.say("with $Z$, which DeWitt's supermetric makes of $S$ ($m = 1$ without a density).");
    DeWittSupermetric supermetric = new DeWittSupermetric(dimension, motion.loss().order());
    section.program(
        "$Z$ = `drive11`, `drive11d1`, ... from $S$ = `af11`, `af11d1`, ... and the jet `invm` of"
            + " $1/m$:",
        Inlining.of(supermetric.drive(), reference.numbers()));
  }
}
