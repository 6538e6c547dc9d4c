package org.metricflows.bridge.internal.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * <p>Points are drawn uniformly in the box that holds the sample, with weights box/N, or by the
 * volume of a closed manifold in R^N: integrals are {@code volume} ∫√|g| dx and, where f has second
 * derivatives, {@code int_R} ∫R√|g| dx.
 */
public final class ChartEvaluation implements Evaluation {
  private static final List<String> USUAL = List.of("metric", "christoffel", "ricci", "scalar");

  private final Spec spec;
  private final Background background;
  private final OutputField field;
  private final boolean isSmooth;
  private final Ground ground;
  private final double[][] sample;
  private final MetricTensors tensors;
  private final Compiler compiler = new Compiler();

  private ChartEvaluation(
      Spec spec, Background background, OutputField field, boolean isSmooth, double[][] sample) {
    this.spec = spec;
    this.background = background;
    this.field = field;
    this.isSmooth = isSmooth;
    this.ground = Ground.of(spec);
    this.sample = sample;
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
          Ground.of(spec).sampling().points());
    }
    FlowProblem problem = FlowProblem.of(spec);
    return new ChartEvaluation(
        spec,
        problem.data().background(),
        problem.field(),
        problem.isSmooth(),
        problem.data().sampling().points());
  }

  @Override
  public List<String> coordinates() {
    return spec.space().coordinates();
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
    return told(state, ground.located(points, "points"), what);
  }

  private Evaluated told(double[] state, double[][] points, List<String> what) {
    List<MetricTensors.Field> fields = fields(what);
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
    int named = coordinates().size();
    double[] flat =
        Arrays.stream(points).flatMapToDouble(x -> Arrays.stream(x, 0, named)).toArray();
    return new Tensor(List.of(points.length, named), flat);
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
    double[][] columns = PointColumns.transpose(points, background.coordinates().symbols().size());
    double[][] reference = background.referenceAt(compiler, columns, order);
    for (int p = 0; p < points.length; p++) {
      for (double[] column : reference) {
        if (!Double.isFinite(column[p])) {
          throw InputException.of(
              "points[" + p + "]",
              "the background metric is not defined at "
                  + Arrays.toString(Arrays.copyOf(points[p], coordinates().size())));
        }
      }
    }
    double[][] f = field.jets(state, points, order);
    return PointColumns.evaluate(compiler, tensors.of(fields), PointColumns.join(f, reference));
  }

  @Override
  public Evaluated drawn(double[] state, int count, long seed, List<String> what) {
    Ground.Drawn drawn = ground.drawn(sample, count, seed);
    Evaluated at = told(state, drawn.points(), what);
    Map<String, Tensor> arrays = new LinkedHashMap<>(at.arrays());
    double[] weights = new double[drawn.points().length];
    Arrays.fill(weights, drawn.total() / weights.length);
    arrays.put("weights", Tensor.of(weights));
    return new Evaluated(arrays, integrals(state, drawn));
  }

  private Map<String, Estimate> integrals(double[] state, Ground.Drawn drawn) {
    double[][] values =
        values(
            state,
            drawn.points(),
            fields(isSmooth ? List.of("volume", "scalar") : List.of("volume")));
    double[] volume = values[0];
    Map<String, Estimate> integrals = new LinkedHashMap<>();
    integrals.put("volume", integral(volume, drawn));
    if (isSmooth) {
      double[] curved = new double[volume.length];
      Arrays.setAll(curved, p -> volume[p] * values[1][p]);
      integrals.put("int_R", integral(curved, drawn));
    }
    return integrals;
  }

  private static Estimate integral(double[] density, Ground.Drawn drawn) {
    Estimate mean = Estimate.ofMean(density);
    return new Estimate(
        mean.value() * drawn.total(),
        Math.hypot(mean.error() * drawn.total(), mean.value() * drawn.error()));
  }
}
