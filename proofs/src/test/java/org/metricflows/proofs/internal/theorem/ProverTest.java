package org.metricflows.proofs.internal.theorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.algebra.DegreeAlgebra;
import org.metricflows.proofs.internal.algebra.DegreeAlgebra.Bound;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.theorem.Certificate.Refuted;
import org.metricflows.proofs.internal.theorem.Certificate.SchwartzZippel;
import org.metricflows.proofs.internal.witness.ProgramIdentity;
import org.metricflows.proofs.internal.witness.Witness;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Rational;

/** What the prover accepts, what it refuses, and what it says about it. */
class ProverTest {

  private static Certificate certify(Setting.Builder setting, String equation) {
    return Prover.standard()
        .certify(new FormulaStatement(setting.build(), Equation.parse(equation)), 5);
  }

  private static Setting.Builder scalars() {
    return Setting.of(2).field("f").field("u").constant("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(f + u)^2 = f^2 + 2f u + u^2",
        "\\frac{1}{f} - \\frac{1}{u} = \\frac{u - f}{f u}",
        "\\partial_1(f u) = u\\partial_1 f + f\\partial_1 u",
        "\\partial_1\\frac{f}{u} = \\frac{u\\partial_1 f - f\\partial_1 u}{u^2}",
        "\\sqrt{f^2 + u^2}\\sqrt{f^2 + u^2} = f^2 + u^2",
        "\\partial_2\\sqrt{f} = \\frac{\\partial_2 f}{2\\sqrt{f}}",
        "\\mathrm{e}^{f + u/2} = \\mathrm{e}^{f}\\mathrm{e}^{u/2}",
        "\\mathrm{e}^{2f} = (\\mathrm{e}^{f})^2",
        "\\partial_1\\mathrm{e}^{f u} = (u\\partial_1 f + f\\partial_1 u)\\mathrm{e}^{u f}",
        "(\\sin(f))^2 + (\\cos(f))^2 = 1",
        "\\sin(f + u) = \\sin(f)\\cos(u) + \\cos(f)\\sin(u)",
        "\\partial_1\\sin(f) = \\cos(f)\\partial_1 f",
        "\\cosh(f) + \\sinh(f) = \\mathrm{e}^{f}",
        "\\partial_1\\tanh(f) = (1 - (\\tanh(f))^2)\\partial_1 f",
        "\\partial_1\\log(f) = \\frac{\\partial_1 f}{f}",
        "\\log(f u) = \\log(f) + \\log(u)",
        "\\log\\sqrt{f} = \\tfrac12\\log f",
        "\\partial_1\\arctan(f) = \\frac{\\partial_1 f}{1 + f^2}",
        "\\partial_1\\arcsin(f) = \\frac{\\partial_1 f}{\\sqrt{1 - f^2}}",
        "\\partial_1 c = 0",
        "\\delta^i{}_i = d",
        "\\partial_i\\partial_j f = \\partial_j\\partial_i f",
      })
  void acceptsWhatCalculusSays(String identity) {
    Certificate certificate = certify(scalars(), identity);
    assertThat(certificate).isNotInstanceOf(Refuted.class);
    assertThat(certificate.bound()).isLessThan(1e-40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(f + u)^2 = f^2 + f u + u^2",
        "\\sqrt{f^2 + u^2} = f + u",
        "\\mathrm{e}^{f + u} = \\mathrm{e}^{f} + \\mathrm{e}^{u}",
        "\\sin(2f) = 2\\sin(f)",
        "\\partial_1\\mathrm{e}^{f} = \\mathrm{e}^{f}",
        "\\log(f + u) = \\log(f) + \\log(u)",
        "\\partial_1 f = \\partial_2 f",
        "c = 1",
        "f = u",
        "\\tfrac{1}{1152921504606846976}f = 0",
      })
  void refusesWhatIsFalse(String falsehood) {
    assertThat(certify(scalars(), falsehood)).isInstanceOf(Refuted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(f + u)^2 = f^2 + 2f u + u^2",
        "\\frac{1}{f} - \\frac{1}{u} = \\frac{u - f}{f u}",
        "\\frac{1}{\\sqrt{f} + u} = \\frac{\\sqrt{f} - u}{f - u^2}",
        "\\partial_1\\frac{f}{u} = \\frac{u\\partial_1 f - f\\partial_1 u}{u^2}",
        "\\partial_2\\sqrt{f} = \\frac{\\partial_2 f}{2\\sqrt{f}}",
        "\\sin(f + u) = \\sin(f)\\cos(u) + \\cos(f)\\sin(u)",
      })
  void reducesSmallIdentitiesExactly(String identity) {
    assertThat(certify(scalars(), identity)).isEqualTo(new Certificate.Exact());
  }

  private static Bound bound(Setting.Builder setting, String equation) {
    DegreeAlgebra algebra = new DegreeAlgebra(0);
    return algebra.bound(
        new FormulaStatement(setting.build(), Equation.parse(equation)).difference(algebra).get(0));
  }

  @Test
  void aPolynomialsDegreeIsBoundedClosely() {
    Setting.Builder setting = Setting.of(1).constant("a").constant("b");
    Bound sum = bound(setting, "(a + b)^5 = (b + a)^5");
    assertThat(sum.degree()).isEqualTo(6);
    // both sides have coefficients that add up to 2⁵, the difference 2⁶ at most, and one to spare
    assertThat(sum.bits()).isBetween(6.0, 7.5);
  }

  @Test
  void sumsOverACommonDenominatorKeepIt() {
    Setting.Builder setting = Setting.of(1).constant("a").constant("b").define("c = \\frac{1}{a}");
    assertThat(bound(setting, "b c + c + c b^2 = c(1 + b + b^2)").degree()).isEqualTo(3);
  }

  @Test
  void theBoundFallsWithEveryTrial() {
    double once = new SchwartzZippel(100, 50, 1, 1).bound();
    double thrice = new SchwartzZippel(100, 50, 3, 1).bound();
    assertThat(once).isBetween(100 / Math.pow(2, 60), 1e-13);
    assertThat(thrice / (once * once * once)).isBetween(0.999, 1.001);
  }

  /** A non-zero polynomial of degree D in one variable has at most D roots: D values do vanish. */
  @Test
  void aFalseIdentityPassesAtItsRootsOnly() {
    Setting.Builder setting = Setting.of(1).constant("a");
    int refuted = 0;
    for (int seed = 0; seed < 200; seed++) {
      Certificate certificate =
          new Prover(1)
              .certify(new FormulaStatement(setting.build(), Equation.parse("a^3 = a")), seed);
      refuted += certificate instanceof Refuted ? 1 : 0;
    }
    // the chance of a single miss is below 1e-15
    assertThat(refuted).isEqualTo(200);
  }

  @Test
  void theSeedFixesEverything() {
    Theorem theorem =
        Theorem.named("sum", "A sum")
            .dimensions(1)
            .in(d -> scalars())
            .claim("f + u = u + f", "f + u = u - f")
            .build();
    List<Verdict.Finding> first = Prover.standard().verify(theorem, 1, 4).findings();
    assertThat(Prover.standard().verify(theorem, 1, 4).findings().get(0).twin())
        .isEqualTo(first.get(0).twin());
    assertThat(Prover.standard().verify(theorem, 1, 5).findings().get(0).twin())
        .isNotEqualTo(first.get(0).twin());
  }

  @Test
  void aTwinThatHoldsIsNoticed() {
    Theorem theorem =
        Theorem.named("twin", "A twin that is the identity itself")
            .dimensions(1)
            .in(d -> scalars())
            .claim("f u = u f", "u f = f u")
            .build();
    Verdict verdict = Prover.standard().verify(theorem, 1, 1);
    assertThat(verdict.verified()).isTrue();
    assertThat(verdict.twinRefuted()).isFalse();
  }

  /** A true statement about a program that computes something else. */
  private record Misprogrammed(FormulaStatement formula) implements Statement, ProgramIdentity {

    @Override
    public String latex() {
      return formula.latex();
    }

    @Override
    public List<String> lines() {
      return formula.lines();
    }

    @Override
    public int variables() {
      return formula.variables();
    }

    @Override
    public int order() {
      return formula.order();
    }

    @Override
    public <S> List<S> difference(Algebra<S> algebra) {
      return formula.difference(algebra);
    }

    @Override
    public Optional<ProgramIdentity> witnessed() {
      return Optional.of(this);
    }

    @Override
    public Derivation program() {
      Derivation.Builder builder = Derivation.builder();
      builder.define("twice", builder.input("a").times(2));
      return builder.build("twice");
    }

    @Override
    public <S> Sides<S> sides(Algebra<S> algebra) {
      S a = algebra.unknown();
      return new Sides<>(List.of(a), List.of(algebra.scale(a, Rational.of(3))));
    }
  }

  @Test
  void aProgramThatComputesSomethingElseIsNoProof() {
    Setting here = scalars().build();
    Misprogrammed truth =
        new Misprogrammed(new FormulaStatement(here, Equation.parse("f u = u f")));
    Statement twin = new FormulaStatement(here, Equation.parse("f = u"));
    Theorem theorem =
        new Theorem("program", "A program", List.of(1), d -> List.of(new Claim(truth, twin)));
    Verdict verdict = Prover.standard().verify(theorem, 1, 1);
    assertThat(verdict.findings().get(0).statement()).isNotInstanceOf(Refuted.class);
    assertThat(verdict.verified()).isFalse();
    assertThat(verdict.twinRefuted()).isTrue();
    assertThat(verdict.witness().orElseThrow().maxRelativeError()).isGreaterThan(1e-3);
  }

  @Test
  void aTwinThatItsProgramDoesNotRefuteIsNoTwin() {
    Setting here = scalars().build();
    Statement truth = new FormulaStatement(here, Equation.parse("f u = u f"));
    Misprogrammed wrong = new Misprogrammed(new FormulaStatement(here, Equation.parse("f = u")));
    Claim seen = new Claim(truth, wrong);
    Verdict.Finding finding =
        Prover.standard()
            .verify(new Theorem("twin", "A twin", List.of(1), d -> List.of(seen)), 1, 1)
            .findings()
            .get(0);
    assertThat(finding.twinRefuted()).isTrue();
    Verdict.Finding unseen =
        new Verdict.Finding(
            seen,
            finding.statement(),
            finding.twin(),
            Optional.empty(),
            Optional.of(new Witness(3, 0, 1e-15, true)));
    assertThat(unseen.twinRefuted()).isFalse();
  }
}
