package org.metricflows.app.internal.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was found is said in a sentence, of every kind of run. */
class FindingTest {
  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String sentence(String result) {
    return Finding.of(json(result)).sentence();
  }

  private static final String TRAINING =
      """
      {'status': 'completed', 'records': [
        {'epoch': 0, 'loss': 0.25, 'sigma': 0.3731, 'sigma_error': 0.0024, 'positive_fraction': 1},
        {'epoch': 25, 'loss': 0.0002, 'sigma': 0.01014, 'sigma_error': 0.00018,
         'positive_fraction': %s, 'minimum_eigenvalue': 0.3}]}
      """;

  @Test
  void saysHowFarATrainingCame() {
    assertThat(sentence(TRAINING.formatted("1")))
        .isEqualTo(
            "From epoch = 0 to 25: σ fell from 0.373 ± 0.002 to 0.01014 ± 0.00018; the loss fell"
                + " from 0.25 to 0.0002.");
  }

  @Test
  void saysWhereAMetricIsNone() {
    assertThat(sentence(TRAINING.formatted("0.985")))
        .contains("the metric is not positive at 1.5 % of the points held out");
    assertThat(
            sentence(
                """
                {'status': 'completed', 'records': [
                  {'t': 0, 'minimum_eigenvalue': 0.5}, {'t': 1, 'minimum_eigenvalue': -0.06}]}
                """))
        .contains("the metric is not positive: its least eigenvalue is -0.06");
  }

  @Test
  void saysWhyARunStoppedAndWhenItsNeckPinches() {
    assertThat(
            sentence(
                """
                {'status': 'stopped: the neck pinches', 'stopped_at': 0.024926194,
                 'pinch_time': 0.025135733, 'pinch_time_uncertainty': 0.0000312,
                 'records': [{'t': 0, 'neck_radius': 0.2, 'R_min': 14.8, 'R_max': 34.8},
                   {'t': 0.024926194, 'neck_radius': 0.02, 'R_min': 37.09, 'R_max': 4129.2}]}
                """))
        .isEqualTo(
            "From t = 0 to 0.02493: the run stopped at t = 0.02493 (the neck pinches); the neck"
                + " pinches at t = 0.02514 ± 0.00003; R went from [14.8, 34.8] to [37.09, 4129];"
                + " the radius of the neck fell from 0.2 to 0.02.");
  }

  @Test
  void saysWhatStaysAndWhichCheckFailed() {
    assertThat(
            sentence(
                """
                {'status': 'completed', 'checks': [{'name': 'perelman_F does not fall',
                   'passed': false}],
                 'records': [{'t': 0, 'volume': 43.19152507852, 'int_R': 1e-17, 'loss': 1},
                   {'t': 2, 'volume': 43.19152507853, 'int_R': -5e-17, 'loss': 1}]}
                """))
        .isEqualTo(
            "From t = 0 to 2: the check failed: perelman_F does not fall; the loss stayed 1; the"
                + " volume stayed 43.19, to 1e-11; ∫R dV stayed 0, to 5e-17.");
  }

  @Test
  void setsVariantsSideBySide() {
    Map<String, JsonNode> results = new LinkedHashMap<>();
    results.put("infinite", chart("0.005", "[[1, 0, 2]]"));
    results.put("width-32", chart("0.008", "[[1, 0.25, 2]]"));
    results.put(
        "far", json("{'status': 'stopped: it left', 'stopped_at': 1, 'records': [{'t': 0}]}"));
    assertThat(Finding.of(results).sentence())
        .isEqualTo(
            "The loss ends at 0.005 (infinite), 0.008 (width-32); the run stopped at t = 1 (it"
                + " left) (far); g differs from that of infinite by 0.25 (width-32).");
  }

  private static JsonNode chart(String loss, String metric) {
    return json(
        "{'status': 'completed', 'records': [{'t': 0, 'loss': 0.02}, {'t': 2, 'loss': "
            + loss
            + ", 'metric_at_points': "
            + metric
            + "}]}");
  }

  @Test
  void saysThePowerLawsOfASweep() {
    String slope =
        "{'measure': 'metric_distance', 'against': 'network.width', 'at': {}, 'slope': -0.5123,"
            + " 'standard_error': 0.0211, 'points': 5}";
    String members = "'members': [{'status': 'completed'}, {'status': '%s'}]";
    assertThat(
            Finding.ofSweep(
                    json("{'slopes': [" + slope + "], " + members.formatted("completed") + "}"))
                .sentence())
        .isEqualTo("In the sweep metric_distance goes like network.width^(-0.51 ± 0.02).");
    assertThat(
            Finding.ofSweep(
                    json("{'slopes': [" + slope + "], " + members.formatted("failed: x") + "}"))
                .sentence())
        .endsWith("; 1 of 2 runs were completed.");
  }

  @Test
  void saysTheExtremesOfASweepWithoutPowerLaws() {
    assertThat(
            Finding.ofSweep(
                    json(
                        """
                        {'sweep': {'network.activation': ['erf', 'sin']}, 'measures': ['loss'],
                         'rows': [
                          {'network.activation': 'erf',
                           'loss': {'mean': 0.5, 'standard_error': 0.04}},
                          {'network.activation': 'sin',
                           'loss': {'mean': 0.25, 'standard_error': 0.02}}],
                         'slopes': [], 'members': [{'status': 'completed'}]}
                        """))
                .sentence())
        .isEqualTo(
            "In the sweep loss goes from 0.25 ± 0.02 at network.activation: sin to 0.50 ± 0.04 at"
                + " network.activation: erf.");
  }
}
