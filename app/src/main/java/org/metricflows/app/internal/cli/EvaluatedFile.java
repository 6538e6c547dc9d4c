package org.metricflows.app.internal.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.WholeFile;

/**
 * Where arrays over points are written to: an archive of arrays, a table with a row a point, or a
 * document.
 */
record EvaluatedFile(Path path, Kind kind) {

  private enum Kind {
    NPZ {
      @Override
      byte[] bytes(Evaluated values) {
        Map<String, Tensor> arrays = new LinkedHashMap<>(values.arrays());
        values
            .integrals()
            .forEach(
                (name, estimate) ->
                    arrays.put(name, Tensor.of(estimate.value(), estimate.error())));
        return NpzFile.bytes(arrays);
      }
    },
    CSV {
      @Override
      byte[] bytes(Evaluated values) {
        return csv(values).getBytes(StandardCharsets.UTF_8);
      }
    },
    JSON {
      @Override
      byte[] bytes(Evaluated values) {
        return (Json.text(EvaluatedText.tree(values, true)) + "\n")
            .getBytes(StandardCharsets.UTF_8);
      }
    };

    abstract byte[] bytes(Evaluated values);
  }

  /**
   * A file by its name.
   *
   * @throws BadInputException if it ends in nothing known
   */
  static EvaluatedFile of(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    for (Kind kind : Kind.values()) {
      if (name.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
        return new EvaluatedFile(path, kind);
      }
    }
    throw new BadInputException(
        "--out: must be the path of a .npz, .csv or .json file, but is '" + path + "'");
  }

  /** Writes the file, whole or not at all. */
  void write(Evaluated values) {
    WholeFile.write(path.toAbsolutePath(), kind.bytes(values));
  }

  private static String csv(Evaluated values) {
    List<String> header = new ArrayList<>();
    values.arrays().forEach((name, array) -> header.addAll(columns(name, array)));
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    int points = values.arrays().get("points").shape().get(0);
    List<Tensor> arrays = List.copyOf(values.arrays().values());
    List<double[]> numbers = arrays.stream().map(Tensor::values).toList();
    for (int p = 0; p < points; p++) {
      String separator = "";
      for (double[] all : numbers) {
        int width = all.length / points;
        for (int c = 0; c < width; c++) {
          text.append(separator).append(all[p * width + c]);
          separator = ",";
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> columns(String name, Tensor array) {
    List<String> labels = EvaluatedText.labels(name, array);
    return array.complex()
        ? labels.stream().flatMap(l -> Stream.of(l + "_re", l + "_im")).toList()
        : labels;
  }
}
