package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.complex.FieldComplex;
import org.metricflows.numeric.internal.algebraic.Sections;

/**
 * Sections of O(k₁, k₂, …) written a second time: √(Π k_f!/Π e_i!) Π z_i^{e_i}, factor by factor.
 *
 * @param exponents e of each section
 * @param degrees k
 */
record FieldSections(List<int[]> exponents, List<Integer> degrees) {

  /** The sections that there are. */
  static FieldSections of(Sections sections, int coordinates) {
    List<int[]> exponents = new ArrayList<>();
    for (int s = 0; s < sections.count(); s++) {
      int[] e = new int[coordinates];
      for (int i = 0; i < coordinates; i++) {
        e[i] = sections.exponent(s, i);
      }
      exponents.add(e);
    }
    return new FieldSections(exponents, sections.degrees());
  }

  /** All monomials, by counting through all exponents up to the degrees. */
  static FieldSections all(List<Integer> ambient, List<Integer> degrees) {
    List<int[]> exponents = new ArrayList<>();
    int coordinates = ambient.stream().mapToInt(n -> n + 1).sum();
    fill(ambient, degrees, new int[coordinates], 0, exponents);
    return new FieldSections(exponents, degrees);
  }

  private static void fill(
      List<Integer> ambient, List<Integer> degrees, int[] e, int at, List<int[]> exponents) {
    if (at == e.length) {
      int from = 0;
      for (int f = 0; f < ambient.size(); f++) {
        int degree = 0;
        for (int i = from; i <= from + ambient.get(f); i++) {
          degree += e[i];
        }
        if (degree != degrees.get(f)) {
          return;
        }
        from += ambient.get(f) + 1;
      }
      exponents.add(e.clone());
      return;
    }
    for (e[at] = 0; e[at] <= Collections.max(degrees); e[at]++) {
      fill(ambient, degrees, e, at + 1, exponents);
    }
    e[at] = 0;
  }

  int count() {
    return exponents.size();
  }

  /** All sections at a point. */
  <T extends CalculusFieldElement<T>> List<FieldComplex<T>> at(List<FieldComplex<T>> z) {
    List<FieldComplex<T>> values = new ArrayList<>();
    for (int[] e : exponents) {
      double square = 1;
      for (int degree : degrees) {
        square *= factorial(degree);
      }
      FieldComplex<T> product = z.get(0).getField().getOne();
      for (int i = 0; i < e.length; i++) {
        square /= factorial(e[i]);
        for (int k = 0; k < e[i]; k++) {
          product = product.multiply(z.get(i));
        }
      }
      values.add(product.multiply(Math.sqrt(square)));
    }
    return values;
  }

  /** log s†Hs/(πk), k the largest degree. */
  <T extends CalculusFieldElement<T>> T potential(ComplexForm h, List<FieldComplex<T>> z) {
    List<FieldComplex<T>> s = at(z);
    T sum = s.get(0).getRealPart().getField().getZero();
    for (int i = 0; i < s.size(); i++) {
      T re = sum.getField().getZero();
      T im = sum.getField().getZero();
      for (int j = 0; j < s.size(); j++) {
        T x = s.get(j).getRealPart();
        T y = s.get(j).getImaginaryPart();
        re = re.add(x.multiply(h.re()[i][j])).subtract(y.multiply(h.im()[i][j]));
        im = im.add(x.multiply(h.im()[i][j])).add(y.multiply(h.re()[i][j]));
      }
      sum = sum.add(s.get(i).getRealPart().multiply(re));
      sum = sum.add(s.get(i).getImaginaryPart().multiply(im));
    }
    return sum.log().divide(Math.PI * Collections.max(degrees));
  }

  private static double factorial(int n) {
    return n == 0 ? 1 : n * factorial(n - 1);
  }
}
