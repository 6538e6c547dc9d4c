package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.FieldComplex;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.util.Binary64;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * The sections of an algebraic metric: as many as the rank of all monomials on the variety, and
 * every monomial left out is a combination of them.
 *
 * <p>Complex columns a + ib are the real ones (a, b) and (−b, a), whose rank is twice theirs.
 */
final class SectionsCheck {
  /** What is this small beside the largest is rounding. */
  private static final double DEPENDENT = 1e-9;

  /** More monomials than these would take minutes to rank. */
  private static final int MOST_RANKED = 300;

  /** Monomials that are looked at as combinations. */
  private static final int MOST = 24;

  private final FieldSections all;
  private final FieldSections kept;
  private final VarietySample points;

  SectionsCheck(AlgebraicSpec stated, VarietySample points, FieldSections kept) {
    this.all = FieldSections.all(stated.variety().ambient(), stated.degrees());
    this.kept = kept;
    this.points = points;
  }

  /** Real and imaginary parts of sections at a point. */
  static double[][] values(FieldSections sections, VarietySample sample, int p) {
    List<FieldComplex<Binary64>> z = new ArrayList<>();
    for (int i = 0; i < sample.coordinates(); i++) {
      z.add(
          new FieldComplex<>(
              new Binary64(sample.z()[2 * i][p]), new Binary64(sample.z()[2 * i + 1][p])));
    }
    List<FieldComplex<Binary64>> s = sections.at(z);
    double[][] parts = new double[2][s.size()];
    for (int i = 0; i < s.size(); i++) {
      parts[0][i] = s.get(i).getRealPart().getReal();
      parts[1][i] = s.get(i).getImaginaryPart().getReal();
    }
    return parts;
  }

  CheckResult result() {
    Comparison comparison = new Comparison("sections", "rank and least squares", 1e-8);
    RealMatrix monomials = columns(all);
    if (all.count() <= MOST_RANKED) {
      comparison.add("count", "number of sections", kept.count(), rank(monomials) / 2);
    }
    RealMatrix basis = columns(kept);
    QRDecomposition least = new QRDecomposition(basis);
    int[] chosen = Subject.some(all.count(), MOST);
    for (int s : chosen) {
      RealVector column = monomials.getColumnVector(2 * s);
      RealVector residual = column.subtract(basis.operate(least.getSolver().solve(column)));
      String name = "rest of monomial " + s;
      comparison.add("rest", name, residual.getNorm(), 0, column.getNorm());
    }
    return comparison.result(chosen.length);
  }

  private static int rank(RealMatrix matrix) {
    double[] sizes = new SingularValueDecomposition(matrix).getSingularValues();
    return (int) Arrays.stream(sizes).filter(size -> size > DEPENDENT * sizes[0]).count();
  }

  /** The real columns of sections at twice as many points as there are monomials. */
  private RealMatrix columns(FieldSections sections) {
    int count = Math.min(points.points(), 2 * all.count());
    RealMatrix columns = MatrixUtils.createRealMatrix(2 * count, 2 * sections.count());
    for (int k = 0; k < count; k++) {
      double[][] s = values(sections, points, (int) ((long) k * points.points() / count));
      for (int i = 0; i < sections.count(); i++) {
        columns.setEntry(k, 2 * i, s[0][i]);
        columns.setEntry(count + k, 2 * i, s[1][i]);
        columns.setEntry(k, 2 * i + 1, -s[1][i]);
        columns.setEntry(count + k, 2 * i + 1, s[0][i]);
      }
    }
    return columns;
  }
}
