package org.metricflows.bridge.internal.check;

import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * Donaldson's map over points and his iteration, by sums of the sections' products.
 *
 * @param points those summed over
 * @param sections s
 * @param paths what is checked
 * @param form a positive H
 */
record BalancingCheck(
    VarietySample points, FieldSections sections, AlgebraicPaths paths, ComplexForm form) {

  /** T(H) = (N/⟨w⟩) ⟨w s s†/(s†Hs)⟩. */
  private ComplexForm image(ComplexForm h) {
    int n = h.size();
    ComplexForm sum = ComplexForm.zero(n);
    double weights = 0;
    for (int p = 0; p < points.points(); p++) {
      double[][] s = SectionsCheck.values(sections, points, p);
      double size = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double re = s[0][i] * s[0][j] + s[1][i] * s[1][j];
          double im = s[0][i] * s[1][j] - s[1][i] * s[0][j];
          size += h.re()[i][j] * re - h.im()[i][j] * im;
        }
      }
      double weight = points.weight()[p];
      weights += weight;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double factor = n * weight / size;
          sum.re()[i][j] += factor * (s[0][i] * s[0][j] + s[1][i] * s[1][j]);
          sum.im()[i][j] += factor * (s[1][i] * s[0][j] - s[0][i] * s[1][j]);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum.re()[i][j] /= weights;
        sum.im()[i][j] /= weights;
      }
    }
    return sum;
  }

  /** Tolerance: sums over some hundred points. */
  CheckResult map() {
    Comparison comparison = new Comparison("balancing map", "sums over points", 1e-11);
    double[] actual = paths.map().apply(form.packed());
    double[] expected = image(form).packed();
    for (int k = 0; k < expected.length; k++) {
      comparison.add("T", "number " + k, actual[k], expected[k]);
    }
    return comparison.result(points.points());
  }

  /** Tolerance: the inverse of T loses its condition number, which few points make large. */
  CheckResult iteration() {
    Comparison comparison = new Comparison("iteration", "sums over points", 1e-7);
    int n = sections.count();
    for (int k = 0; k < paths.states().size(); k++) {
      double[] state = paths.states().get(k);
      ComplexForm h = ComplexForm.unpacked(n, state);
      ComplexForm image = image(h);
      double defect = h.times(image).distanceFromIdentity();
      comparison.add("defect", "distance from balanced " + k, state[n * n], defect);
      if (k + 1 < paths.states().size()) {
        ComplexForm next = ComplexForm.unpacked(n, paths.states().get(k + 1));
        ComplexForm product = next.times(image);
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            String name = "entry " + i + ", " + j + " of step " + k;
            comparison.add("inverse", name, product.re()[i][j], i == j ? 1 : 0);
            comparison.add("inverse", name, product.im()[i][j], 0);
          }
        }
      }
    }
    return comparison.result(paths.states().size());
  }
}
