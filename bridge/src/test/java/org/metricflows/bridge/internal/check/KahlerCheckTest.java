package org.metricflows.bridge.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.kahler.FrozenEvaluators;
import org.metricflows.bridge.internal.kahler.KahlerEvaluators;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.SpecSource;

class KahlerCheckTest {

  private static String spec(String variety, String change) {
    return """
        variety: %s
        network: {hidden_layers: [6, 5], activation: gelu, parametrization: standard}
        sample: {count: 10}
        loss: {power: 2}
        training: {epochs: 1}
        %s
        """
        .formatted(variety, change);
  }

  private static final String CUBIC = "{ambient: [2], equations: [\"z0^3+z1^3+z2^3\"]}";
  private static final String DWORK =
      "{ambient: [3], equations: [\"z0^4+z1^4+z2^4+z3^4-4*psi*z0*z1*z2*z3\"],"
          + " parameters: {psi: \"1/2+I/4\"}}";
  private static final String PRODUCT =
      "{ambient: [1, 1, 1], equations: [\"(z0^2+2*z1^2)*(z2^2+z3^2)*z4*z5"
          + "+(z0^2-z1^2)*z2*z3*(z4^2+3*z5^2)+z0*z1*(z2^2-2*z3^2)*(z4^2-z5^2)\"]}";

  /** Everything agrees: curve, surface in one factor and in three, regimes and normalisations. */
  @ParameterizedTest
  @CsvSource({
    "CUBIC, title: plain",
    "DWORK, title: plain",
    "PRODUCT, title: plain",
    "DWORK, regime: linearised",
    "DWORK, 'metric: {features: raw}'"
  })
  void everyEvaluatorAgreesWithItsIndependentPaths(String variety, String change) {
    check(spec(equations(variety), change));
  }

  private static String equations(String variety) {
    return switch (variety) {
      case "CUBIC" -> CUBIC;
      case "DWORK" -> DWORK;
      default -> PRODUCT;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DWORK; power: 1, normalisation: fixed",
        "DWORK; power: 1, normalisation: exact",
        "DWORK; power: 2, normalisation: exact",
        "DWORK; density: log(q)^2",
        "DWORK; density: 'q*log(q)', normalisation: exact",
        "CUBIC; density: trace + traceinverse, normalisation: exact",
        "DWORK; density: 'trace_inverse^2 + q*trace/Pi', normalisation: exact"
      })
  void everyLossAgrees(String variety, String loss) {
    String text = spec(equations(variety), "title: losses");
    check(text.replace("loss: {power: 2}", "loss: {" + loss + "}"));
  }

  /** A check that cannot fail proves nothing: evaluators of one spec against another spec. */
  @ParameterizedTest
  @CsvSource({
    "variety.parameters.psi=0.4, 'pull-back, volume form, feature jets, Ricci curvature'",
    "network.activation=tanh, 'potential jets, parameter gradient, Ricci curvature, Ricci scalar'",
    "network.parametrization=ntk, 'potential jets, parameter gradient, Ricci curvature, Ricci scalar'",
    "loss.power=1, 'Monge-Ampere density, parameter gradient'",
    "loss.normalisation=exact, parameter gradient",
    "loss={density: (1-q)^4}, 'Custom density, parameter gradient'",
    "loss={density: (1-q)^2 + trace/100}, 'Custom density, parameter gradient'",
    "network.centred=false, 'parameter gradient, Ricci curvature, Ricci scalar'",
    "regime=linearised, 'potential jets, parameter gradient, Ricci curvature, Ricci scalar'"
  })
  void whatIsOfAnotherSpecIsFound(String change, String evaluators) {
    SpecSource source = SpecSource.ofText(spec(DWORK, "title: true"), "spec.yaml");
    CalabiYauSpec spec = (CalabiYauSpec) Geometries.read(source);
    CalabiYauSpec other = (CalabiYauSpec) Geometries.read(source.with(change));
    CheckReport report = KahlerCheck.of(KahlerEvaluators.of(spec, 12), other);
    assertThat(report.failures().stream().map(CheckResult::name).distinct())
        .containsExactly(evaluators.split(", "));
  }

  /**
   * Halving the step of plain second differences quarters their distance from the power series'
   * curvature: these are the limit. The next term of the error is of order h² relative to it.
   */
  @ParameterizedTest
  @CsvSource({"0", "3", "5"})
  void plainDifferencesApproachTheRicciCurvatureAtSecondOrder(int point) {
    CalabiYauSpec spec = read(spec(DWORK, "title: order"));
    KahlerEvaluators evaluators = KahlerEvaluators.of(spec, 12);
    PotentialOracle oracle = new PotentialOracle(evaluators, spec);
    PotentialCheck potential = new PotentialCheck(evaluators, spec, oracle, new Random(20));
    RicciCheck check = new RicciCheck(evaluators, spec, oracle, potential);
    double[] theta = check.theta();
    Complex[] v = {new Complex(0.6, 0.3), new Complex(-0.2, 0.7)};
    double exact = check.along(theta, point, v);
    double[] errors = new double[2];
    for (int k = 0; k < 2; k++) {
      double h = 0.02 / (1 << k);
      double sum = -4 * check.logDeterminant(theta, point, v, Complex.ZERO);
      for (int sign = -1; sign <= 1; sign += 2) {
        sum += check.logDeterminant(theta, point, v, new Complex(sign * h));
        sum += check.logDeterminant(theta, point, v, new Complex(0, sign * h));
      }
      errors[k] = -sum / (4 * h * h) - exact;
    }
    assertThat(errors[0] / errors[1]).isCloseTo(4, within(0.1));
  }

  private static String frozen(String variety, String regime) {
    return spec(variety, regime).replace("training: {epochs: 1}", "solve: {}");
  }

  /** The kernel between metrics, with four derivatives of the scalar one where it has them. */
  @ParameterizedTest
  @CsvSource({
    "CUBIC, infinite, ''",
    "DWORK, infinite, ''",
    "PRODUCT, infinite, ''",
    "DWORK, gaussian, 'kernel: {length: 0.7}'",
    "DWORK, relu, ''",
    "PRODUCT, relu, ''",
    "DWORK, delta, 'kernel: {length: 0.5}'",
    "DWORK, infinite, 'metric: {features: raw}'"
  })
  void everyFixedKernelAgrees(String variety, String regime, String change) {
    String text = frozen(equations(variety), "regime: " + regime + "\n" + change);
    CheckReport report = KahlerCheck.of(read(text), part -> {});
    assertThat(report.evaluators())
        .extracting(CheckResult::name)
        .contains("metric kernel", "residuals");
    assertThat(report.failures()).isEmpty();
  }

  /** A network that is solved for has residuals about the metric that it starts from. */
  @Test
  void aSolvedNetworkAgreesToo() {
    CheckReport report = KahlerCheck.of(read(frozen(DWORK, "regime: linearised")), part -> {});
    assertThat(report.evaluators()).extracting(CheckResult::name).contains("residuals");
    assertThat(report.failures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gaussian, kernel.length=0.6",
    "delta, kernel.length=0.6",
    "infinite, network.activation=tanh"
  })
  void aFixedKernelOfAnotherSpecIsFound(String regime, String change) {
    SpecSource source = SpecSource.ofText(frozen(DWORK, "regime: " + regime), "spec.yaml");
    CalabiYauSpec spec = (CalabiYauSpec) Geometries.read(source);
    CalabiYauSpec other = (CalabiYauSpec) Geometries.read(source.with(change));
    CheckReport report = KahlerCheck.of(FrozenEvaluators.of(spec, 12), other);
    assertThat(report.failures()).extracting(CheckResult::name).containsExactly("metric kernel");
  }

  private static CalabiYauSpec read(String text) {
    return (CalabiYauSpec) Geometries.read(SpecSource.ofText(text, "spec.yaml"));
  }

  private static void check(String text) {
    CheckReport report = KahlerCheck.of(read(text), part -> {});
    assertThat(report.evaluators()).hasSize(12);
    assertThat(report.failures()).isEmpty();
  }
}
