package org.metricflows.symbolic.internal.source;

import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Derivation;

/**
 * A function of a point, made of derivations and networks, ready to be written in a language.
 *
 * <p>It is a list of steps; each applies something to numbers of the input and of earlier steps and
 * names the numbers that result.
 *
 * @param title what it is
 * @param input the names of the input's numbers
 * @param functions derivations by name
 * @param networks networks by name
 * @param steps in the order of evaluation
 * @param outputs what the whole returns
 */
public record SourceModel(
    String title,
    List<String> input,
    Map<String, Derivation> functions,
    Map<String, Network> networks,
    List<Step> steps,
    List<Output> outputs) {

  /** The name of the input among the vectors. */
  public static final String POINT = "point";

  /** Copies its lists; the maps' order is that of the source. */
  public SourceModel {
    input = List.copyOf(input);
    steps = List.copyOf(steps);
    outputs = List.copyOf(outputs);
  }

  /**
   * Numbers of a vector, from one to before another.
   *
   * @param vector a step's name, or {@link #POINT}
   */
  public record Slice(String vector, int from, int to) {}

  /**
   * One step.
   *
   * @param name of the resulting vector
   * @param length how many numbers it has
   * @param call what is applied
   * @param inputs to all of them, one after another
   */
  public record Step(String name, int length, Call call, List<Slice> inputs) {
    /** Copies the inputs. */
    public Step {
      inputs = List.copyOf(inputs);
    }

    /** The whole of the result. */
    public Slice all() {
      return new Slice(name, 0, length);
    }

    /** Some of the result. */
    public Slice part(int from, int to) {
      return new Slice(name, from, to);
    }
  }

  /** What a step applies. */
  public sealed interface Call {

    /** A derivation. */
    record Function(String name) implements Call {}

    /** A network, of its inputs' jets, coefficient by coefficient. */
    record Feed(String network) implements Call {}

    /**
     * Complex homogeneous coordinates ↦ the same with each factor's largest 1, then which these
     * are.
     *
     * @param sizes coordinates of each factor
     */
    record Rescale(List<Integer> sizes) implements Call {}

    /**
     * Which coordinates are 1, then Q and its slopes ↦ which coordinates are eliminated, which are
     * kept, and their slopes.
     *
     * @param coordinates N
     * @param equations K
     * @param factors F
     */
    record Eliminate(int coordinates, int equations, int factors) implements Call {}

    /**
     * Eliminated, kept, and the slopes of the former by the latter ↦ J^i_a.
     *
     * @param coordinates N
     * @param equations K
     * @param dimension m
     */
    record Frame(int coordinates, int equations, int dimension) implements Call {}
  }

  /**
   * A fully connected network with numbers for parameters, applied to jets.
   *
   * @param layers the first layer first; after all but the last comes the activation
   * @param activation the function with σ, σ', σ'' of one number
   * @param firsts how many first derivatives jets have
   * @param seconds how the second derivatives of σ(z) are made of first ones
   */
  public record Network(
      List<Layer> layers, String activation, int firsts, List<List<Term>> seconds) {
    /** Copies its lists. */
    public Network {
      layers = List.copyOf(layers);
      seconds = List.copyOf(seconds);
    }

    /** How many numbers a jet has. */
    public int jet() {
      return 1 + firsts + seconds.size();
    }
  }

  /**
   * A layer, h ↦ W h + b.
   *
   * @param weights W, row by row
   * @param biases b
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  public record Layer(double[] weights, double[] biases) {
    /** The number of inputs. */
    public int inputs() {
      return weights.length / biases.length;
    }
  }

  /** c · (first derivative p) · (first derivative q), counted from 0. */
  public record Term(int p, int q, int coefficient) {}

  /**
   * A result.
   *
   * @param name its name
   * @param shape the lengths of its indices, empty for a number
   * @param complex whether numbers are pairs of a real and an imaginary part
   * @param slice where it is
   */
  public record Output(String name, List<Integer> shape, boolean complex, Slice slice) {
    /** Copies the shape. */
    public Output {
      shape = List.copyOf(shape);
    }
  }

  /** How many numbers a vector has. */
  int length(String vector) {
    return vector.equals(POINT)
        ? input.size()
        : steps.stream().filter(s -> s.name().equals(vector)).findFirst().orElseThrow().length();
  }

  /** How many numbers all results have. */
  int outputLength() {
    return outputs.stream().mapToInt(o -> o.slice().to() - o.slice().from()).sum();
  }
}
