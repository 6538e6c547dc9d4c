package org.metricflows.bridge.internal.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.Quantity;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.evolution.MetricTensors;

/**
 * The metric g = G(x, f) of a state at any points of its chart, with its curvature.
 *
 * <p>Points are drawn uniformly in the box that holds the sample, with weights box/N: integrals are
 * {@code volume} ∫√|g| dx and, where f has second derivatives, {@code int_R} ∫R√|g| dx.
 */
public final class ChartEvaluation implements Evaluation {
  private static final List<String> USUAL = List.of("metric", "christoffel", "ricci", "scalar");

  private final Spec spec;
  private final Background background;
  private final OutputField field;
  private final boolean isSmooth;
  private final double[][] box;
  private final MetricTensors tensors;
  private final Compiler compiler = new Compiler();

  private ChartEvaluation(
      Spec spec, Background background, OutputField field, boolean isSmooth, double[][] sample) {
    this.spec = spec;
    this.background = background;
    this.field = field;
    this.isSmooth = isSmooth;
    this.box = box(spec, sample);
    this.tensors = new MetricTensors(spec.metric().ansatz(), spec.space().dimension());
  }

  /**
   * Derives what a spec's states are functions of.
   *
   * @throws InputException see {@link ChartProblem#of}
   */
  public static ChartEvaluation of(Spec spec) {
    if (spec.has("flow") && spec.flow().dynamics().isOnGrid()) {
      LocalProblem problem = LocalProblem.of(spec);
      return new ChartEvaluation(
          spec, Background.of(spec), problem.field(), true, problem.samplePoints());
    }
    if (spec.has("flow") && !spec.flow().dynamics().needs("loss")) {
      ChartNetwork network = new ChartNetwork(spec, spec.network().activation(), new Compiler());
      return new ChartEvaluation(
          spec,
          Background.of(spec),
          new NetworkField(network.net(spec.metric().ansatz().outputs(spec.space().dimension()))),
          true,
          Sampling.of(spec, spec.chart().lengths()).points());
    }
    FlowProblem problem = FlowProblem.of(spec);
    return new ChartEvaluation(
        spec,
        problem.data().background(),
        problem.field(),
        problem.isSmooth(),
        problem.data().sampling().points());
  }

  /** {@code [coordinate]{from, to}}. */
  private static double[][] box(Spec spec, double[][] sample) {
    double[][] box = new double[spec.chart().dimension()][];
    for (int i = 0; i < box.length; i++) {
      int axis = i;
      box[i] =
          spec.chart().lengths().get(i).isPresent()
              ? new double[] {0, spec.chart().lengths().get(i).getAsDouble()}
              : new double[] {
                Arrays.stream(sample).mapToDouble(x -> x[axis]).min().orElseThrow(),
                Arrays.stream(sample).mapToDouble(x -> x[axis]).max().orElseThrow()
              };
    }
    return box;
  }

  @Override
  public List<String> coordinates() {
    return spec.chart().coordinates();
  }

  @Override
  public List<Quantity> quantities() {
    return MetricTensors.ALL.stream()
        .filter(f -> isSmooth || f.order() == 0)
        .map(f -> new Quantity(f.name(), f.formula(), lengths(f)))
        .toList();
  }

  private List<Integer> lengths(MetricTensors.Field tensor) {
    return Collections.nCopies(tensor.rank(), tensors.dimension());
  }

  @Override
  public List<String> usual() {
    return isSmooth ? USUAL : List.of("metric", "volume");
  }

  @Override
  public Evaluated at(double[] state, double[][] points, List<String> what) {
    List<MetricTensors.Field> fields = fields(what);
    requireLength(points);
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put("points", table(points));
    double[][] values = values(state, points, fields);
    int from = 0;
    for (MetricTensors.Field asked : fields) {
      int size = tensors.size(asked);
      arrays.put(asked.name(), tensor(asked, Arrays.copyOfRange(values, from, from + size)));
      from += size;
    }
    return new Evaluated(arrays, Map.of());
  }

  private static List<MetricTensors.Field> fields(List<String> what) {
    return MetricTensors.ALL.stream().filter(f -> what.contains(f.name())).toList();
  }

  private Tensor table(double[][] points) {
    double[] flat = Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray();
    return new Tensor(List.of(points.length, tensors.dimension()), flat);
  }

  private Tensor tensor(MetricTensors.Field asked, double[][] columns) {
    int points = columns[0].length;
    double[] flat = new double[points * columns.length];
    for (int p = 0; p < points; p++) {
      for (int c = 0; c < columns.length; c++) {
        flat[p * columns.length + c] = columns[c][p];
      }
    }
    List<Integer> shape = new ArrayList<>(List.of(points));
    shape.addAll(lengths(asked));
    return new Tensor(shape, flat);
  }

  /** All components of the fields, {@code [component][point]}. */
  private double[][] values(double[] state, double[][] points, List<MetricTensors.Field> fields) {
    int order = MetricTensors.order(fields);
    double[][] columns = PointColumns.transpose(points, tensors.dimension());
    double[][] reference = background.referenceAt(compiler, columns, order);
    for (int p = 0; p < points.length; p++) {
      for (double[] column : reference) {
        if (!Double.isFinite(column[p])) {
          throw InputException.of(
              "points[" + p + "]",
              "the background metric is not defined at " + Arrays.toString(points[p]));
        }
      }
    }
    double[][] f = field.jets(state, points, order);
    return PointColumns.evaluate(compiler, tensors.of(fields), PointColumns.join(f, reference));
  }

  private void requireLength(double[][] points) {
    for (int p = 0; p < points.length; p++) {
      if (points[p].length != tensors.dimension()) {
        throw InputException.of(
            "points[" + p + "]",
            "has " + points[p].length + " numbers, " + tensors.dimension() + " expected");
      }
    }
  }

  @Override
  public Evaluated drawn(double[] state, int count, long seed, List<String> what) {
    SplittableRandom random = new SplittableRandom(seed);
    double measure = 1;
    for (double[] side : box) {
      measure *= side[1] - side[0];
    }
    double[][] points = new double[count][box.length];
    for (double[] point : points) {
      for (int i = 0; i < box.length; i++) {
        point[i] = box[i][0] + random.nextDouble() * (box[i][1] - box[i][0]);
      }
    }
    Evaluated at = at(state, points, what);
    Map<String, Tensor> arrays = new LinkedHashMap<>(at.arrays());
    double[] weights = new double[count];
    Arrays.fill(weights, measure / count);
    arrays.put("weights", Tensor.of(weights));
    return new Evaluated(arrays, integrals(state, points, measure));
  }

  private Map<String, Estimate> integrals(double[] state, double[][] points, double measure) {
    double[][] values =
        values(state, points, fields(isSmooth ? List.of("volume", "scalar") : List.of("volume")));
    double[] volume = values[0];
    Map<String, Estimate> integrals = new LinkedHashMap<>();
    integrals.put("volume", Estimate.ofMean(volume).times(measure));
    if (isSmooth) {
      double[] curved = new double[volume.length];
      Arrays.setAll(curved, p -> volume[p] * values[1][p]);
      integrals.put("int_R", Estimate.ofMean(curved).times(measure));
    }
    return integrals;
  }
}
