package org.metricflows.bridge.internal.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.numeric.internal.network.OutputSharing;

/**
 * Reads the parameters that a run has left: {@code parameters.npz} with {@code weights_0} (out,
 * in), {@code biases_0} (out), {@code weights_1}, …; a second network's as {@code 2_weights_0}, …;
 * and what the run's network subtracted as {@code start_weights_0}, ….
 *
 * @param inputs of the network, 0 if not known
 * @param hidden widths of its hidden layers
 * @param outputs how its outputs share it
 * @param components the number of outputs, 0 if not known
 */
record ParameterFile(
    Path base, int inputs, List<Integer> hidden, OutputSharing outputs, int components) {

  private static final String NAME = "parameters.npz";

  /** Whether a text names a run folder or an archive of arrays. */
  static boolean isMeant(Path base, Value value) {
    try {
      return value.text().endsWith(".npz") || Files.isDirectory(SpecFile.found(base, value));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  ParameterSpec.Given read(Value value) {
    Path folder = SpecFile.found(base, value);
    Path file = folder;
    if (Files.isDirectory(folder)) {
      file = folder.resolve(NAME);
      if (!Files.isRegularFile(file)) {
        throw value.error(
            value.text()
                + " has no "
                + NAME
                + ": it is not the folder of a network's finished run");
      }
    } else {
      file = SpecFile.path(base, value);
    }
    try (NpzFile arrays = NpzFile.open(file)) {
      List<List<ParameterSpec.Layer>> networks = networks(arrays, "");
      return new ParameterSpec.Given(
          networks,
          arrays.has("start_weights_0")
              ? Optional.of(networks(arrays, "start_"))
              : Optional.empty());
    } catch (IOException e) {
      throw SpecFile.unusable(value, e);
    }
  }

  private List<List<ParameterSpec.Layer>> networks(NpzFile arrays, String prefix)
      throws IOException {
    boolean shared = outputs == OutputSharing.SHARED;
    List<List<ParameterSpec.Layer>> networks = new ArrayList<>();
    networks.add(layers(arrays, prefix, shared ? components : 1));
    int next = 2;
    while (!shared && arrays.has(next + "_" + prefix + "weights_0")) {
      networks.add(layers(arrays, next + "_" + prefix, 1));
      next++;
    }
    if (!shared && components > 0 && networks.size() != components) {
      throw new IOException(
          "it has " + networks.size() + " networks where there are " + components + " outputs");
    }
    if (shared && arrays.has("2_" + prefix + "weights_0")) {
      throw new IOException(
          "it has several networks, but here the outputs share one; use network.outputs:"
              + " independent");
    }
    return networks;
  }

  private List<ParameterSpec.Layer> layers(NpzFile arrays, String prefix, int out)
      throws IOException {
    List<ParameterSpec.Layer> layers = new ArrayList<>();
    int count = hidden.size() + 1;
    for (int l = 0; l < count; l++) {
      String weights = prefix + "weights_" + l;
      String biases = prefix + "biases_" + l;
      int rows = l < hidden.size() ? hidden.get(l) : out;
      Tensor matrix = arrays.array(weights);
      requireShape(weights, matrix, rows, l == 0 ? inputs : hidden.get(l - 1));
      Tensor vector = arrays.array(biases);
      requireShape(biases, vector, matrix.shape().get(0));
      layers.add(
          new ParameterSpec.Layer(table(matrix), Arrays.stream(vector.values()).boxed().toList()));
    }
    if (arrays.has(prefix + "weights_" + count)) {
      throw new IOException("its network has more than " + hidden.size() + " hidden layers");
    }
    return layers;
  }

  /** A length of 0 is free. */
  private static void requireShape(String name, Tensor array, int... lengths) throws IOException {
    List<Integer> shape = array.shape();
    boolean fits = shape.size() == lengths.length && !array.complex();
    for (int i = 0; fits && i < lengths.length; i++) {
      fits = lengths[i] == 0 || shape.get(i) == lengths[i];
    }
    if (!fits) {
      String expected = Arrays.toString(lengths).replace("[0,", "[any,").replace(" 0]", " any]");
      throw new IOException(
          "its array '" + name + "' has the shape " + shape + ", expected is " + expected);
    }
    if (!Arrays.stream(array.values()).allMatch(Double::isFinite)) {
      throw new IOException("its array '" + name + "' has a number that is not finite");
    }
  }

  private static Table table(Tensor matrix) {
    int columns = matrix.shape().get(1);
    double[] values = matrix.values();
    double[][] rows = new double[matrix.shape().get(0)][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns));
    return Table.of(rows);
  }
}
