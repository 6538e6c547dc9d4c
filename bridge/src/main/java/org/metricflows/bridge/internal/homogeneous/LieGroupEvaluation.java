package org.metricflows.bridge.internal.homogeneous;

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
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.evolution.HomogeneousTensors;

/** A left-invariant metric of a state in its frame: the same at every point. */
public final class LieGroupEvaluation implements Evaluation {
  private final LieGroupEvaluators evaluators;
  private final HomogeneousTensors tensors;

  private LieGroupEvaluation(LieGroupEvaluators evaluators) {
    this.evaluators = evaluators;
    this.tensors = new HomogeneousTensors(evaluators.group().algebra());
  }

  /**
   * Derives what a spec's states are.
   *
   * @throws InputException see {@link LieGroup#of}
   */
  public static LieGroupEvaluation of(HomogeneousSpec spec) {
    return new LieGroupEvaluation(LieGroupEvaluators.of(spec));
  }

  @Override
  public List<String> coordinates() {
    return List.of();
  }

  @Override
  public List<Quantity> quantities() {
    return HomogeneousTensors.ALL.stream()
        .map(f -> new Quantity(f.name(), f.formula(), lengths(f)))
        .toList();
  }

  private List<Integer> lengths(HomogeneousTensors.Field field) {
    return Collections.nCopies(field.rank(), tensors.algebra().dimension());
  }

  @Override
  public List<String> usual() {
    return List.of("metric", "christoffel", "ricci", "scalar");
  }

  /**
   * {@inheritDoc}
   *
   * @param points as many as wanted, without coordinates
   */
  @Override
  public Evaluated at(double[] state, double[][] points, List<String> what) {
    List<HomogeneousTensors.Field> fields =
        HomogeneousTensors.ALL.stream().filter(f -> what.contains(f.name())).toList();
    double[] out = new double[fields.stream().mapToInt(tensors::size).sum()];
    double[] metric = Arrays.copyOf(state, evaluators.group().components().length);
    new Compiler().compile(tensors.of(fields)).evaluate(metric, out);
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put("points", new Tensor(List.of(points.length, 0), new double[0]));
    int from = 0;
    for (HomogeneousTensors.Field field : fields) {
      int size = tensors.size(field);
      double[] one = Arrays.copyOfRange(out, from, from + size);
      double[] all = new double[size * points.length];
      Arrays.setAll(all, i -> one[i % size]);
      List<Integer> shape = new ArrayList<>(List.of(points.length));
      shape.addAll(lengths(field));
      arrays.put(field.name(), new Tensor(shape, all));
      from += size;
    }
    return new Evaluated(arrays, Map.of());
  }

  @Override
  public Evaluated drawn(double[] state, int count, long seed, List<String> what) {
    throw InputException.of(
        "--count", "a left-invariant metric is the same at every point: leave it out");
  }
}
