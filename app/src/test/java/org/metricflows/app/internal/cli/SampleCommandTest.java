package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command sample, from a spec to JSON, text and files. */
class SampleCommandTest {
  private static final String SPEC =
      """
      title: a quartic surface
      variety:
        ambient: [3]
        equations: ["z0^4+z1^4+z2^4+z3^4-4*psi*z0*z1*z2*z3"]
        parameters: {psi: 0.5*I}
      sample: {count: 400, held_out: 100, seed: 3}
      """;

  @TempDir private Path folder;

  private String spec() throws IOException {
    return Files.writeString(folder.resolve("spec.yaml"), SPEC).toString();
  }

  private static JsonNode json(Execution execution) throws IOException {
    assertThat(execution.err()).isEmpty();
    assertThat(execution.exitCode()).isZero();
    return new ObjectMapper().readTree(execution.out());
  }

  @Test
  void printsVolumesAndPointsAsJson() throws IOException {
    JsonNode result = json(Execution.of("sample", spec(), "--points", "--json"));
    assertThat(result.get("count").asInt()).isEqualTo(400);
    assertThat(result.get("held_out").asInt()).isEqualTo(100);
    assertThat(result.get("points")).hasSize(500);
    assertThat(result.get("points_per_second").asDouble()).isPositive();
    double volume = result.get("volume_omega").asDouble();
    double kappa = result.get("kappa").asDouble();
    assertThat(kappa * volume).isCloseTo(4, within(1e-12));
    assertThat(result.get("volume_omega_error").asDouble() / volume)
        .isCloseTo(result.get("kappa_error").asDouble() / kappa, within(1e-12));
    assertThat(result.get("sigma_fubini_study").asDouble()).isBetween(0.05, 0.6);
    double mean = 0;
    for (JsonNode point : result.get("points")) {
      mean += point.get("weight").asDouble() / 500;
      JsonNode patch = point.get("z").get(point.get("patch").asInt());
      assertThat(patch.get(0).asDouble()).isEqualTo(1);
      JsonNode metric = point.get("fubini_study");
      double det =
          metric.get(0).get(0).get(0).asDouble() * metric.get(1).get(1).get(0).asDouble()
              - Math.pow(metric.get(0).get(1).get(0).asDouble(), 2)
              - Math.pow(metric.get(0).get(1).get(1).asDouble(), 2);
      assertThat(point.get("det_fubini_study").asDouble()).isCloseTo(det, within(1e-13));
    }
    assertThat(mean).isCloseTo(volume, within(1e-9 * volume));
  }

  /** The command is promised to agree to 1e-12 with an independent program. */
  @Test
  void agreesWithTheReferenceQuintic() throws IOException {
    JsonNode reference;
    try (var in = SampleCommandTest.class.getResourceAsStream("/reference/quintic.json")) {
      reference = new ObjectMapper().readTree(in).get("cases").get(0);
    }
    Path spec = Files.writeString(folder.resolve("quintic.json"), reference.get("spec").toString());
    JsonNode points =
        json(Execution.of("sample", spec.toString(), "--points", "--json")).get("points");
    JsonNode expected = reference.get("expected").get("points");
    assertThat(points).hasSameSizeAs(expected);
    for (int p = 0; p < points.size(); p++) {
      agree(points.get(p), expected.get(p));
    }
  }

  private static void agree(JsonNode actual, JsonNode expected) {
    if (expected.isNumber()) {
      double exact = expected.asDouble();
      assertThat(actual.asDouble()).isCloseTo(exact, within(1e-12 * Math.max(1, Math.abs(exact))));
    }
    assertThat(actual.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      if (expected.isArray()) {
        agree(actual.get(i), expected.get(i));
      }
    }
    expected.fieldNames().forEachRemaining(key -> agree(actual.get(key), expected.get(key)));
  }

  @Test
  void printsAWrittenSampleBackFromItsFile() throws IOException {
    String file = folder.resolve("sample.npz").toString();
    JsonNode drawn = json(Execution.of("sample", spec(), "--out", file, "--points", "--json"));
    JsonNode read =
        json(
            Execution.of(
                "sample", spec(), "--set", "sample={file: " + file + "}", "--points", "--json"));
    assertThat(read.get("count")).isEqualTo(drawn.get("count"));
    assertThat(read.get("held_out")).isEqualTo(drawn.get("held_out"));
    for (int p = 0; p < 500; p++) {
      for (String key : new String[] {"weight", "omega_squared", "det_fubini_study"}) {
        double exact = drawn.get("points").get(p).get(key).asDouble();
        assertThat(read.get("points").get(p).get(key).asDouble())
            .isCloseTo(exact, within(1e-12 * exact));
      }
      assertThat(read.get("points").get(p).get("z")).isEqualTo(drawn.get("points").get(p).get("z"));
    }
  }

  @Test
  void sameSeedGivesTheSameFile() throws IOException {
    Path one = folder.resolve("one.npz");
    Path other = folder.resolve("other.npz");
    Execution.of("sample", spec(), "--out", one.toString());
    Execution.of("sample", spec(), "--out", other.toString());
    assertThat(other).hasSameBinaryContentAs(one);
    Execution.of("sample", spec(), "--out", other.toString(), "--set", "sample.seed=4");
    assertThat(Files.mismatch(one, other)).isNotNegative();
  }

  @Test
  void aPersonReadsATable() throws IOException {
    Execution execution = Execution.of("sample", spec());
    assertThat(execution.exitCode()).isZero();
    assertThat(execution.out())
        .contains("Vol_Omega", "kappa", "sigma of Fubini-Study", "exact", "±", "points a second");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "variety.parameters.psi=1 | the variety is singular at (",
        "variety.equations=[z0^2*z1^2+z1^2*z2^2+z2^2*z0^2+z3^4+z0*z1*z2*z3] | the variety is"
            + " singular at (0, 1, 0, 0), all",
        "variety.parameters.psi=phi | unknown symbol 'phi'",
        "sample=null | sample: is missing",
        "sample.count=0 | sample.count: must be a whole number from 1",
        "sample={points: [[[1, 0], [1, 0], [0, 0], [0, 0]]]} | sample.points: point 0 is not on"
            + " the variety, equation 0 is 2.00 there",
        "sample={points: [[[0, 0], [0, 0], [0, 0], [0, 0]]]} | sample.points: point 0 has no"
            + " coordinate but 0 in P^3",
        "variety=null | variety: is missing; 'sample' needs it"
      })
  void badInputIsOneSentence(String change, String sentence) throws IOException {
    Execution execution = Execution.of("sample", spec(), "--set", change);
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.out()).isEmpty();
    assertThat(execution.err().strip()).contains(sentence).doesNotContain("\n");
  }

  /** Both equations have the slopes 2 and 1 by z1 and z2 at (1, 0, 0, 0), which are eliminated. */
  @Test
  void pointsWithoutAVolumeFormAreRefused() throws IOException {
    String curve =
        """
        variety:
          ambient: [3]
          equations: ["z0*(2*z1+z2)+z1^2-z2^2+2*z3^2", "z0*(2*z1+z2+z3/2)+z1^2+z2^2+3*z1*z3-z3^2"]
        sample: {points: [[[1, 0], [0, 0], [0, 0], [0, 0]]]}
        """;
    Path spec = Files.writeString(folder.resolve("curve.yaml"), curve);
    Execution execution = Execution.of("sample", spec.toString());
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains("sample.points: point 0 has no volume form");
  }

  @Test
  void filesAreOfTheRightKind() throws IOException {
    Execution execution = Execution.of("sample", spec(), "--out", "points.csv");
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err())
        .contains("--out: must be the path of a .npz file, but is 'points.csv'");
    String missing = folder.resolve("none").resolve("sample.npz").toString();
    execution = Execution.of("sample", spec(), "--out", missing);
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains("cannot be written (no such file or folder)");
  }

  /** The header's lengths multiply to 0 in 64 bits, its type has eleven digits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<f8; 4294967296, 4294967296; has the length 4294967296 along an axis",
        "<f99999999999; 3, 6; holds numbers of type 'f99999999999'"
      })
  void arraysThatLieAreRefused(String type, String shape, String reason) throws IOException {
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s)}";
    byte[] text = header.formatted(type, shape).getBytes(StandardCharsets.US_ASCII);
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("lie.npz")))) {
      zip.putNextEntry(new ZipEntry("X_train.npy"));
      zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
      zip.write(text);
    }
    Execution execution = Execution.of("sample", spec(), "--set", "sample={file: lie.npz}");
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.out()).isEmpty();
    assertThat(execution.err())
        .contains("lie.npz cannot be used: its array 'X_train' " + reason)
        .satisfies(err -> assertThat(err.lines()).hasSize(1));
  }
}
