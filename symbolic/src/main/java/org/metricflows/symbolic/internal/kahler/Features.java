package org.metricflows.symbolic.internal.kahler;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/** What a Kähler potential's network is shown of a point in a product of projective spaces. */
public enum Features {
  /**
   * Re and Im of z_i z̄_j/|z|² for i ≤ j within each factor, (n+1)² of them: functions on the
   * variety, so that a potential of them leaves the Kähler class fixed.
   */
  INVARIANT("invariant") {
    @Override
    List<HermitianJet> of(Derivation.Builder builder, int first, List<ComplexJet> z) {
      HermitianJet inverse = inverseNorm(builder, String.valueOf(first), z);
      List<HermitianJet> features = new ArrayList<>();
      for (int i = 0; i < z.size(); i++) {
        for (int j = i; j < z.size(); j++) {
          ComplexJet pair = z.get(i).times(z.get(j).conjugate());
          features.add(pair.realPart().times(inverse));
          if (j > i) {
            features.add(pair.imaginaryPart().times(inverse));
          }
        }
      }
      return features;
    }

    @Override
    int perFactor(int coordinates) {
      return coordinates * coordinates;
    }
  },

  /**
   * With N coordinates of a factor, tᵢ = |zᵢ|²/|z|² and V_a = Σ tᵢᵃ zᵢᴺ: 2 (Σ tᵢᵏ)^{1/k} for k from
   * 2 to N, and N^{a+b−1} Re V_a V̄_b/Σ |zᵢ|²ᴺ for ab = 11, 12, 22. They do not change where
   * coordinates are exchanged, multiplied by roots of unity of order N, or conjugated, as the
   * Ricci-flat metric of Σ zᵢᴺ = 0 does not.
   */
  SYMMETRIC("symmetric") {
    @Override
    List<HermitianJet> of(Derivation.Builder builder, int first, List<ComplexJet> z) {
      HermitianJet inverse = inverseNorm(builder, String.valueOf(first), z);
      return new SymmetricFeatures(builder, first, inverse, z).all();
    }

    @Override
    int perFactor(int coordinates) {
      return coordinates + 2;
    }
  },

  /**
   * Re and Im of the coordinates as rescaled. They jump where another coordinate becomes the
   * largest, so that the potential is no function on the variety; for comparison only.
   */
  RAW("raw") {
    @Override
    List<HermitianJet> of(Derivation.Builder builder, int first, List<ComplexJet> z) {
      List<HermitianJet> features = new ArrayList<>();
      for (ComplexJet coordinate : z) {
        features.add(coordinate.realPart());
        features.add(coordinate.imaginaryPart());
      }
      return features;
    }

    @Override
    int perFactor(int coordinates) {
      return 2 * coordinates;
    }
  };

  private final String key;

  Features(String key) {
    this.key = key;
  }

  /** The name in a spec. */
  public String key() {
    return key;
  }

  abstract List<HermitianJet> of(Derivation.Builder builder, int first, List<ComplexJet> z);

  abstract int perFactor(int coordinates);

  /** Number of features of a product of projective spaces of the given dimensions. */
  public int count(List<Integer> ambient) {
    return ambient.stream().mapToInt(n -> perFactor(n + 1)).sum();
  }

  /**
   * The features' jets along tangent directions of a variety.
   *
   * <p>Inputs, with N = Σ(nᵢ + 1) homogeneous coordinates: Re z₀, Im z₀, Re z₁, …; then for each
   * direction a in turn Re J⁰_a, Im J⁰_a, Re J¹_a, …, where J^i_a = ∂z^i/∂u^a. Outputs: coefficient
   * by coefficient (see {@link HermitianJet}) those of all features.
   *
   * @param ambient dimensions nᵢ of the projective spaces
   * @param dimension m of the variety
   */
  public Derivation jets(List<Integer> ambient, int dimension) {
    Derivation.Builder builder = Derivation.builder();
    List<ComplexJet> z = coordinates(builder, ambient, dimension);
    List<HermitianJet> features = new ArrayList<>();
    int from = 0;
    for (int n : ambient) {
      List<ComplexJet> factor = z.subList(from, from + n + 1);
      features.addAll(of(builder, from, factor));
      from += n + 1;
    }
    List<String> outputs = new ArrayList<>();
    List<String> suffixes = HermitianJet.suffixes(dimension);
    for (int c = 0; c < suffixes.size(); c++) {
      for (int f = 0; f < features.size(); f++) {
        String name = "f" + f + "c" + suffixes.get(c);
        builder.define(name, features.get(f).coefficients().get(c));
        outputs.add(name);
      }
    }
    return builder.build(outputs);
  }

  private static List<ComplexJet> coordinates(
      Derivation.Builder builder, List<Integer> ambient, int dimension) {
    int count = ambient.stream().mapToInt(n -> n + 1).sum();
    List<ComplexExpr> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(Lines.input(builder, "z" + i, "z_{" + i + "}"));
    }
    List<List<ComplexExpr>> slopes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slopes.add(new ArrayList<>());
    }
    for (int a = 1; a <= dimension; a++) {
      for (int i = 0; i < count; i++) {
        String latex = "J^{" + i + "}_{" + a + "}";
        slopes.get(i).add(Lines.input(builder, "J" + a + "z" + i, latex));
      }
    }
    List<ComplexJet> jets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jets.add(ComplexJet.holomorphic(values.get(i), slopes.get(i)));
    }
    return jets;
  }

  /** 1/|z|². */
  private static HermitianJet inverseNorm(
      Derivation.Builder builder, String first, List<ComplexJet> z) {
    ComplexJet sum = z.get(0).times(z.get(0).conjugate());
    for (ComplexJet coordinate : z.subList(1, z.size())) {
      sum = sum.plus(coordinate.times(coordinate.conjugate()));
    }
    HermitianJet norm = sum.realPart().define(builder, "norm" + first, "|z|^2");
    Symbol s = (Symbol) norm.value();
    Expr inverse = builder.define("inverse" + first, "|z|^{-2}", s.pow(-1));
    List<Expr> derivatives =
        List.of(inverse, inverse.pow(2).negate(), inverse.pow(3).times(Rational.of(2)));
    return norm.compose(derivatives).define(builder, "scale" + first, "|z|^{-2}");
  }
}
