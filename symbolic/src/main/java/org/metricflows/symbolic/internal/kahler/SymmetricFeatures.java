package org.metricflows.symbolic.internal.kahler;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/** The features {@link Features#SYMMETRIC} of one factor, line by line. */
final class SymmetricFeatures {
  private final Derivation.Builder builder;
  private final int first;
  private final List<ComplexJet> z;
  private final int size;

  /** tᵢ to the powers from 0 (none) to N. */
  private final List<List<HermitianJet>> powers = new ArrayList<>();

  /** Lines so far, by which they are named. */
  private int lines;

  /**
   * @param first number of the factor's first coordinate
   * @param inverse 1/|z|²
   */
  SymmetricFeatures(
      Derivation.Builder builder, int first, HermitianJet inverse, List<ComplexJet> z) {
    this.builder = builder;
    this.first = first;
    this.z = z;
    this.size = z.size();
    for (ComplexJet coordinate : z) {
      List<HermitianJet> ofOne = new ArrayList<>();
      HermitianJet t =
          named(coordinate.times(coordinate.conjugate()).realPart().times(inverse), "t");
      ofOne.add(t);
      for (int k = 2; k <= size; k++) {
        ofOne.add(named(ofOne.get(k - 2).times(t), "t^" + k));
      }
      powers.add(ofOne);
    }
  }

  List<HermitianJet> all() {
    List<HermitianJet> features = new ArrayList<>();
    for (int k = 2; k <= size; k++) {
      features.add(root(k));
    }
    List<ComplexJet> tops = new ArrayList<>();
    for (ComplexJet coordinate : z) {
      tops.add(power(coordinate));
    }
    HermitianJet inverse = inverse(tops);
    ComplexJet one = weighted(tops, 1);
    ComplexJet two = weighted(tops, 2);
    features.add(product(one, one, inverse, 1));
    features.add(product(one, two, inverse, 2));
    features.add(product(two, two, inverse, 3));
    return features;
  }

  /** 2 (Σ tᵢᵏ)^{1/k}. */
  private HermitianJet root(int k) {
    HermitianJet sum = powers.get(0).get(k - 1);
    for (int i = 1; i < size; i++) {
      sum = plus(sum, powers.get(i).get(k - 1));
    }
    return twice(toPower(named(sum, "P_" + k), Rational.of(1, k)));
  }

  /** zᴺ. */
  private ComplexJet power(ComplexJet coordinate) {
    ComplexJet power = coordinate;
    for (int k = 2; k <= size; k++) {
      power = power.times(coordinate).define(builder, name(), "z^{" + k + "}");
    }
    return power;
  }

  /** 1/Σ |zᵢ|²ᴺ. */
  private HermitianJet inverse(List<ComplexJet> tops) {
    HermitianJet sum = tops.get(0).times(tops.get(0).conjugate()).realPart();
    for (ComplexJet top : tops.subList(1, size)) {
      sum = plus(sum, top.times(top.conjugate()).realPart());
    }
    return toPower(named(sum, "T"), Rational.of(-1));
  }

  /** V_a = Σ tᵢᵃ zᵢᴺ. */
  private ComplexJet weighted(List<ComplexJet> tops, int a) {
    ComplexJet sum = null;
    for (int i = 0; i < size; i++) {
      ComplexJet term = tops.get(i).times(ComplexJet.of(powers.get(i).get(a - 1)));
      sum = sum == null ? term : sum.plus(term);
    }
    return sum.define(builder, name(), "V_" + a);
  }

  private HermitianJet product(ComplexJet v, ComplexJet w, HermitianJet inverse, int scale) {
    HermitianJet real = named(v.times(w.conjugate()).realPart(), "VV");
    ComplexJet product = ComplexJet.of(named(real.times(inverse), "C"));
    return product.times(Expr.of(size).pow(scale)).realPart();
  }

  private static HermitianJet plus(HermitianJet f, HermitianJet g) {
    return ComplexJet.of(f).plus(ComplexJet.of(g)).realPart();
  }

  private static HermitianJet twice(HermitianJet f) {
    return ComplexJet.of(f).times(Expr.of(2)).realPart();
  }

  /** fⁿ. */
  private HermitianJet toPower(HermitianJet f, Expr n) {
    Expr less = n.minus(Rational.ONE);
    Expr power = builder.define(name(), "p", f.value().pow(n));
    Expr slope = n.times(power).over(f.value());
    return named(f.compose(List.of(power, slope, less.times(slope).over(f.value()))), "p");
  }

  private HermitianJet named(HermitianJet jet, String latex) {
    return jet.define(builder, name(), latex);
  }

  private String name() {
    return "s" + first + "n" + lines++;
  }
}
