package org.metricflows.bridge.internal.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.internal.spec.VarietySampling;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;

/** Samples in cymetric's layout: what is written, read back, and refused. */
class DatasetTest {
  private static final String SPEC =
      """
      variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
      sample: {file: %s}
      """;

  @TempDir private Path folder;
  private final Map<String, Tensor> arrays = new LinkedHashMap<>();

  /** The point (1, −1, 0) and, held out, (0, 1, −1), with the weight 3 and 5. */
  @BeforeEach
  void layOut() {
    arrays.put("X_train", new Tensor(List.of(1, 6), new double[] {1, -1, 0, 0, 0, 0}));
    arrays.put("y_train", new Tensor(List.of(1, 2), new double[] {3, 1}));
    arrays.put("X_val", new Tensor(List.of(1, 6), new double[] {0, 0, 0, 0, 1, -1}));
    arrays.put("y_val", new Tensor(List.of(1, 2), new double[] {5, 1}));
    arrays.put("val_pullbacks", new Tensor(List.of(1, 1, 3), new double[6], true));
  }

  private VarietySampling read() throws IOException {
    Path file = folder.resolve("data.npz");
    Files.write(file, NpzFile.bytes(arrays));
    return SpecSource.ofText(SPEC.formatted(file), "spec.yaml").readSampling();
  }

  private VarietySample sample() throws IOException {
    VarietySampling spec = read();
    return VarietySamples.of(spec.variety(), spec.sample(), new Compiler());
  }

  @Test
  void realPartsStandBeforeImaginaryOnes() throws IOException {
    VarietySample sample = sample();
    assertThat(sample.training().points()).isEqualTo(1);
    assertThat(sample.z()[2][0]).isEqualTo(-1); // Re z1
    assertThat(sample.z()[5][1]).isEqualTo(0); // i (0, 1, −1) is the same point
    assertThat(sample.z()[2][1] * sample.z()[4][1]).isEqualTo(-1);
    assertThat(sample.weight()[1] / sample.weight()[0]).isCloseTo(5.0 / 3, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X_train | 1,4 | its array 'X_train' has the shape [1, 4], not [N, 6]",
        "y_train | 2,2 | its array 'y_train' has the shape [2, 2], not [1, 2]",
        "y_val | 1,3 | its array 'y_val' has the shape [1, 3], not [1, 2]",
        "val_pullbacks | 1,1,3 | its array 'val_pullbacks' has the shape [1, 1, 3], not [1, 1, 3, 2]",
        "X_train | 0,6 | its array 'X_train' has no points"
      })
  void wrongShapesAreRefused(String name, String shape, String reason) {
    List<Integer> lengths = List.of(shape.split(",")).stream().map(Integer::valueOf).toList();
    int size = lengths.stream().reduce(1, (a, b) -> a * b);
    arrays.put(name, new Tensor(lengths, new double[size]));
    if (name.equals("X_train") && size == 0) {
      arrays.put("y_train", new Tensor(List.of(0, 2), new double[0]));
    }
    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sample.file: ")
        .hasMessageContaining("cannot be used: " + reason);
  }

  @Test
  void missingArraysAndBadNumbersAreRefused() {
    arrays.put("y_val", new Tensor(List.of(1, 2), new double[] {-5, 1}));
    assertThatThrownBy(this::read)
        .hasMessageContaining("its array 'y_val' has the weight -5.0 in row 0");
    arrays.remove("y_val");
    assertThatThrownBy(this::read).hasMessageContaining("it has no array 'y_val'");
    arrays.put("X_train", new Tensor(List.of(1, 6), new double[] {Double.NaN, 0, 0, 0, 0, 0}));
    assertThatThrownBy(this::read)
        .hasMessageContaining("its array 'X_train' has a row 0 that is not finite");
  }

  @Test
  void pointsOffTheVarietyAreRefused() {
    arrays.put("X_val", new Tensor(List.of(1, 6), new double[] {1, 1, 0, 0, 0, 0}));
    assertThatThrownBy(this::sample)
        .hasMessage("sample.file: point 1 is not on the variety, equation 0 is 2.00 there");
  }
}
