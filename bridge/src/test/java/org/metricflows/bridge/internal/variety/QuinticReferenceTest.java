package org.metricflows.bridge.internal.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.variety.VarietySample;

/** Points of the Fermat quintic as an independent program computed what belongs to them. */
class QuinticReferenceTest {
  /** Both programs round at 1e-16, and |Ω|² and det g are products of a few such numbers. */
  private static final double ROUNDING = 1e-12;

  private static JsonNode expected;
  private static VarietySample sample;

  @BeforeAll
  static void read() throws IOException {
    JsonNode spec;
    try (InputStream in =
        QuinticReferenceTest.class.getResourceAsStream("/reference/quintic.json")) {
      JsonNode reference = new ObjectMapper().readTree(in).get("cases").get(0);
      expected = reference.get("expected").get("points");
      spec = reference.get("spec");
    }
    JsonNode points = spec.get("sample").get("points");
    double[][] z = new double[10][points.size()];
    for (int p = 0; p < points.size(); p++) {
      for (int c = 0; c < 10; c++) {
        z[c][p] = points.get(p).get(c / 2).get(c % 2).asDouble();
      }
    }
    sample = Varieties.dwork(5, "0").sampler().of(z, null, points.size());
  }

  @Test
  void patchesAndEliminatedCoordinatesAreTheSame() {
    for (int p = 0; p < sample.points(); p++) {
      assertThat(sample.patch()[0][p]).isEqualTo(expected.get(p).get("patch").asInt());
      assertThat(sample.eliminated()[0][p]).isEqualTo(expected.get(p).get("eliminated").asInt());
    }
  }

  @Test
  void coordinatesAreRescaledAlike() {
    for (int p = 0; p < sample.points(); p++) {
      for (int c = 0; c < 10; c++) {
        double z = expected.get(p).get("z").get(c / 2).get(c % 2).asDouble();
        assertThat(sample.z()[c][p]).isCloseTo(z, within(1e-15));
      }
      int patch = sample.patch()[0][p];
      assertThat(sample.z()[2 * patch][p]).isEqualTo(1);
      assertThat(sample.z()[2 * patch + 1][p]).isEqualTo(0);
    }
  }

  @Test
  void volumeFormWeightAndDeterminantAgree() {
    for (int p = 0; p < sample.points(); p++) {
      agree(sample.omegaSquared()[p], expected.get(p).get("omega_squared"));
      agree(sample.weight()[p], expected.get(p).get("weight"));
      agree(sample.determinant()[p], expected.get(p).get("det_fubini_study"));
    }
  }

  private static void agree(double value, JsonNode reference) {
    double exact = reference.asDouble();
    assertThat(value).isCloseTo(exact, within(ROUNDING * Math.abs(exact)));
  }

  @Test
  void metricsAgree() {
    for (int p = 0; p < sample.points(); p++) {
      JsonNode metric = expected.get(p).get("fubini_study");
      int column = 0;
      for (int a = 0; a < 3; a++) {
        for (int b = a; b < 3; b++) {
          for (int part = 0; part < (a == b ? 1 : 2); part++) {
            double exact = metric.get(a).get(b).get(part).asDouble();
            assertThat(sample.fubiniStudy()[column++][p]).isCloseTo(exact, within(ROUNDING));
          }
        }
      }
    }
  }
}
