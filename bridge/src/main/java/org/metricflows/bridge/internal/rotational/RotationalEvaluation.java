package org.metricflows.bridge.internal.rotational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.Quantity;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.rotational.WarpedProduct;

/**
 * A rotationally symmetric metric g = χ² dx² + ψ² g_S of a state, in coordinates x, y₁ … y_{n−1}
 * with y normal coordinates of the unit sphere about any point of it.
 */
public final class RotationalEvaluation implements Evaluation {

  /** Tensors by their keys, out of the numbers at a point. */
  private record Field(Quantity quantity, Components numbers) {}

  /** All components of a tensor, the last index running fastest. */
  @FunctionalInterface
  private interface Components {
    double[] of(RotationalNumbers numbers);
  }

  private final RadialField field;
  private final int dimension;
  private final Program geometry;
  private final List<Field> fields;

  private RotationalEvaluation(RadialField field, int dimension) {
    this.field = field;
    this.dimension = dimension;
    this.geometry = new Compiler().compile(new WarpedProduct(dimension).geometry());
    this.fields = fields(dimension);
  }

  /**
   * Derives what a spec's states are.
   *
   * @throws InputException naming the field, if the formulas do not state a smooth sphere
   */
  public static RotationalEvaluation of(RotationalSpec spec) {
    RadialField field =
        spec.shape() instanceof RotationalSpec.Soliton
            ? new SolitonField(spec)
            : new SphereField(SphereEvaluators.of(spec));
    return new RotationalEvaluation(field, spec.dimension());
  }

  private static List<Field> fields(int n) {
    List<Field> fields = new ArrayList<>();
    fields.add(tensor("metric", "g_ij", n, 2, r -> flat(r.metric())));
    fields.add(number("radius", "ψ", RotationalNumbers::radius));
    fields.add(
        tensor(
            "christoffel",
            "Γ^k_ij",
            n,
            3,
            r ->
                Arrays.stream(r.christoffel())
                    .flatMapToDouble(m -> Arrays.stream(flat(m)))
                    .toArray()));
    fields.add(tensor("ricci", "R_ij", n, 2, r -> flat(r.ricci())));
    fields.add(number("scalar", "R", r -> r.value("R")));
    fields.add(number("ricci_squared", "R_ij R^ij", r -> r.value("RicSq")));
    fields.add(number("kretschmann", "R_ijkl R^ijkl", r -> r.value("Kret")));
    fields.add(number("curvature_radial", "−ψ''/ψ", r -> r.value("Krad")));
    if (n > 2) {
      fields.add(number("curvature_tangential", "(1−ψ'²)/ψ²", r -> r.value("Ktan")));
    }
    return fields;
  }

  private static Field tensor(String name, String formula, int n, int rank, Components numbers) {
    return new Field(new Quantity(name, formula, Collections.nCopies(rank, n)), numbers);
  }

  private static Field number(
      String name, String formula, ToDoubleFunction<RotationalNumbers> number) {
    return new Field(Quantity.number(name, formula), r -> new double[] {number.applyAsDouble(r)});
  }

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public List<String> coordinates() {
    return List.of(field.coordinate());
  }

  @Override
  public List<Quantity> quantities() {
    return fields.stream().map(Field::quantity).toList();
  }

  @Override
  public List<String> usual() {
    return List.of("metric", "radius", "ricci", "scalar");
  }

  @Override
  public Evaluated at(double[] state, double[][] points, List<String> what) {
    double[] x = Arrays.stream(points).mapToDouble(point -> point[0]).toArray();
    return new Evaluated(arrays(numbers(state, x), x, what), Map.of());
  }

  private Map<String, Tensor> arrays(
      List<RotationalNumbers> numbers, double[] x, List<String> what) {
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put("points", new Tensor(List.of(x.length, 1), x));
    for (Field asked : fields) {
      if (what.contains(asked.quantity().name())) {
        List<Integer> shape = new ArrayList<>(List.of(x.length));
        shape.addAll(asked.quantity().lengths());
        double[] values =
            numbers.stream().flatMapToDouble(r -> Arrays.stream(asked.numbers().of(r))).toArray();
        arrays.put(asked.quantity().name(), new Tensor(shape, values));
      }
    }
    return arrays;
  }

  private List<RotationalNumbers> numbers(double[] state, double[] x) {
    double end = field.end();
    for (int p = 0; p < x.length; p++) {
      if (!(x[p] > 0 && x[p] < end)) {
        throw InputException.of(
            "points[" + p + "]",
            field.coordinate() + " must be between 0 and " + end + ", but is " + x[p]);
      }
    }
    double[][] jets = field.jets(state, x);
    List<RotationalNumbers> all = new ArrayList<>();
    double[] out = new double[geometry.outputs()];
    for (int p = 0; p < x.length; p++) {
      geometry.evaluate(jets[p], out);
      Map<String, Double> values = new LinkedHashMap<>();
      for (int i = 0; i < out.length; i++) {
        values.put(geometry.outputNames().get(i), out[i]);
      }
      all.add(new RotationalNumbers(dimension, x[p], jets[p][3], jets[p][0], values));
    }
    return all;
  }

  @Override
  public Evaluated drawn(double[] state, int count, long seed, List<String> what) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(count, 0, field.end()).toArray();
    List<RotationalNumbers> numbers = numbers(state, x);
    Map<String, Tensor> arrays = arrays(numbers, x, what);
    double[] weights = new double[count];
    Arrays.fill(weights, field.end() / count);
    arrays.put("weights", Tensor.of(weights));
    double measure = field.end() * unitSphere();
    double[] volume = new double[count];
    double[] curved = new double[count];
    for (int p = 0; p < count; p++) {
      RotationalNumbers at = numbers.get(p);
      volume[p] = at.lapse() * Math.pow(at.radius(), dimension - 1);
      curved[p] = volume[p] * at.value("R");
    }
    Map<String, Estimate> integrals = new LinkedHashMap<>();
    integrals.put("volume", Estimate.ofMean(volume).times(measure));
    integrals.put("int_R", Estimate.ofMean(curved).times(measure));
    return new Evaluated(arrays, integrals);
  }

  /** The volume of the unit sphere of dimension n − 1, 2π^{n/2}/Γ(n/2). */
  private double unitSphere() {
    double volume = dimension % 2 == 0 ? 2 * Math.PI : 2;
    for (int k = dimension % 2 == 0 ? 4 : 3; k <= dimension; k += 2) {
      volume *= 2 * Math.PI / (k - 2);
    }
    return volume;
  }
}
