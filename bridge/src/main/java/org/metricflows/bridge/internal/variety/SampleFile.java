package org.metricflows.bridge.internal.variety;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.WholeFile;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * Writes a sample as an {@code .npz} file in cymetric's layout: {@code X_train}, {@code X_val}
 * (points, 2N) with all real parts before all imaginary ones; {@code y_train}, {@code y_val}
 * (points, 2) with weight and |Ω|²; {@code val_pullbacks} (points, m, N), complex.
 */
public final class SampleFile {

  private SampleFile() {}

  /**
   * Writes the file, whole or not at all.
   *
   * @throws org.metricflows.bridge.internal.run.RunFolderException if it cannot be written
   */
  public static void write(Path file, VarietySample sample) {
    VarietySample training = sample.training();
    VarietySample heldOut = sample.heldOut();
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put("X_train", coordinates(training));
    arrays.put("y_train", weights(training));
    arrays.put("X_val", coordinates(heldOut));
    arrays.put("y_val", weights(heldOut));
    arrays.put("val_pullbacks", pullbacks(heldOut));
    WholeFile.write(file, NpzFile.bytes(arrays));
  }

  private static Tensor coordinates(VarietySample sample) {
    int n = sample.coordinates();
    double[] values = new double[2 * n * sample.points()];
    for (int p = 0; p < sample.points(); p++) {
      for (int i = 0; i < n; i++) {
        values[2 * n * p + i] = sample.z()[2 * i][p];
        values[2 * n * p + n + i] = sample.z()[2 * i + 1][p];
      }
    }
    return new Tensor(List.of(sample.points(), 2 * n), values);
  }

  private static Tensor weights(VarietySample sample) {
    double[] values = new double[2 * sample.points()];
    for (int p = 0; p < sample.points(); p++) {
      values[2 * p] = sample.weight()[p];
      values[2 * p + 1] = sample.omegaSquared()[p];
    }
    return new Tensor(List.of(sample.points(), 2), values);
  }

  private static Tensor pullbacks(VarietySample sample) {
    int columns = sample.pullback().length;
    double[] values = new double[columns * sample.points()];
    for (int p = 0; p < sample.points(); p++) {
      for (int c = 0; c < columns; c++) {
        values[columns * p + c] = sample.pullback()[c][p];
      }
    }
    List<Integer> shape = List.of(sample.points(), sample.dimension(), sample.coordinates());
    return new Tensor(shape, values, true);
  }
}
