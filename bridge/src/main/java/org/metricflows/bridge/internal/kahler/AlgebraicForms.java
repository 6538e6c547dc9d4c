package org.metricflows.bridge.internal.kahler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.numeric.internal.algebraic.AlgebraicMetric;
import org.metricflows.numeric.internal.algebraic.AlgebraicPotential;
import org.metricflows.numeric.internal.algebraic.HermitianBasis;
import org.metricflows.numeric.internal.algebraic.Sections;
import org.metricflows.numeric.internal.algebraic.Symmetry;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.variety.CoordinateSymmetry;

/**
 * The forms H that an algebraic metric of a spec may have, and θ with H = Σ θ_p E_p.
 *
 * @param sections independent on the variety; all monomials, where forms are symmetric
 * @param basis E_p
 */
public record AlgebraicForms(Sections sections, HermitianBasis basis) {

  /**
   * Of a spec.
   *
   * @throws InputException if there are too few points to tell which sections are independent
   */
  static AlgebraicForms of(AlgebraicSpec spec, VarietySample training) {
    Sections all = Sections.all(spec.variety().ambient(), spec.degrees());
    if (spec.form().symmetric()) {
      Symmetry symmetry = symmetry(CoordinateSymmetry.of(spec.variety().variety()));
      return new AlgebraicForms(all, HermitianBasis.invariant(all, symmetry));
    }
    if (training.points() < 2 * all.count()) {
      throw InputException.of(
          "sample",
          training.points()
              + " points for training where there are "
              + all.count()
              + " monomials of degree "
              + spec.degrees()
              + "; at least twice as many are needed, and better a hundred times");
    }
    Sections sections = all.independentOn(training);
    return new AlgebraicForms(sections, HermitianBasis.all(sections.count()));
  }

  static Symmetry symmetry(CoordinateSymmetry symmetry) {
    return new Symmetry(
        numbers(symmetry.permutations()), numbers(symmetry.differences()), symmetry.isReal());
  }

  private static List<int[]> numbers(List<List<Integer>> lists) {
    return lists.stream().map(l -> l.stream().mapToInt(i -> i).toArray()).toList();
  }

  /** θ of the Fubini–Study metric's form and the noise on it. */
  public double[] start(AlgebraicSpec.Form form) {
    double[] theta = basis.identity();
    SplittableRandom random = new SplittableRandom(form.seed());
    double size = form.noise() / Math.sqrt(sections.count());
    for (int p = 0; p < theta.length; p++) {
      theta[p] += size * (2 * random.nextDouble() - 1);
    }
    return theta;
  }

  /** θ ↦ jets of the potential. */
  public AlgebraicPotential potential(VarietySample points) {
    return new AlgebraicPotential(sections, basis, points, Parallel.common());
  }

  /** H in Hermitian packing, of a state that has θ in front. */
  public double[] packed(double[] state) {
    double[] packed = new double[sections.count() * sections.count()];
    basis.form(state).pack(packed);
    return packed;
  }

  /** θ ↦ g at points, {@code [number of the packed matrix][point]}. */
  double[][] metric(double[] state, VarietySample points) {
    return new AlgebraicMetric(sections, points, Parallel.common()).at(packed(state));
  }

  /**
   * {@code form}, H by rows, complex (N, N); {@code exponents} of the N sections, which are √(Π
   * k_f!/Π e_i!) z^e.
   */
  Map<String, Tensor> arrays(double[] state) {
    int n = sections.count();
    double[][] columns = new double[n * n][1];
    double[] packed = packed(state);
    for (int i = 0; i < packed.length; i++) {
      columns[i][0] = packed[i];
    }
    double[] full =
        Arrays.stream(HermitianColumns.full(n, columns)).mapToDouble(c -> c[0]).toArray();
    List<Double> exponents = new ArrayList<>();
    for (int s = 0; s < n; s++) {
      for (int e : sections.exponents(s)) {
        exponents.add((double) e);
      }
    }
    double[] flat = exponents.stream().mapToDouble(e -> e).toArray();
    return Map.of(
        "form", new Tensor(List.of(n, n), full, true),
        "exponents", new Tensor(List.of(n, flat.length / n), flat));
  }
}
