package org.metricflows.symbolic.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;

/**
 * A loss density ℓ(x; g, ∂g, ∂²g); the loss is L = Σ_a w_a ℓ(x_a). Implement it for a loss of your
 * own: what is derived from it, its variation, its program and its checks, follows.
 */
public interface Loss {

  /** {@link Ricci}. */
  static Loss ricci() {
    return new Ricci();
  }

  /** {@link Einstein}. */
  static Loss einstein(double lambda) {
    return new Einstein(Rational.of(lambda));
  }

  /** {@link MeanSquare} distance from given components t_11, t_12, …. */
  static Loss meanSquare(List<Expr> target) {
    return new MeanSquare(target);
  }

  /** {@link ScalarCurvature}. */
  static Loss scalarCurvature(Expr target) {
    return new ScalarCurvature(target);
  }

  /** The field of a spec that its formulas come from, for messages. */
  default String source() {
    return "loss.density";
  }

  /** The formula of L. */
  String latex();

  /** The formula of L for a terminal. */
  default String text() {
    return "L = sum_a w_a l(x_a)";
  }

  /** δL for a smooth measure without boundary, where the formula is a short one. */
  default Optional<Variation> variation() {
    return Optional.empty();
  }

  /** The measure that the weights hold and the flow keeps, if it is more than the sample's. */
  default Optional<FixedMeasure> measure() {
    return Optional.empty();
  }

  /** The highest derivative of g that ℓ reads, 0 or 2. */
  int order();

  /** The fixed functions of the coordinates that ℓ reads. */
  List<PointField> fields();

  /**
   * ℓ as an expression over lines of {@code builder}; the {@link #fields} are inputs of their
   * names.
   */
  Expr density(Derivation.Builder builder, Curvature geometry);

  /**
   * ½ Σ_ij (g_ij − t_ij)² over all i, j.
   *
   * @param target the independent components t_11, t_12, …, of the coordinates
   */
  record MeanSquare(List<Expr> target) implements Loss {
    public MeanSquare {
      target = List.copyOf(target);
    }

    @Override
    public String source() {
      return "loss.target";
    }

    @Override
    public String latex() {
      return "L = \\tfrac12 \\sum_a w_a \\sum_{ij} \\left(g_{ij}(x_a) - t_{ij}(x_a)\\right)^2";
    }

    @Override
    public String text() {
      return "L = 1/2 sum_a w_a sum_ij (g_ij(x_a) - t_ij(x_a))^2";
    }

    @Override
    public Optional<Variation> variation() {
      return Optional.of(
          new Variation(
              "\\delta L = \\sum_a w_a \\sum_{ij} (g_{ij} - t_{ij})\\, h_{ij}",
              "delta L = sum_a w_a sum_ij (g_ij - t_ij) h_ij"));
    }

    @Override
    public int order() {
      return 0;
    }

    @Override
    public List<PointField> fields() {
      List<PointField> fields = new ArrayList<>();
      for (int i = 1, c = 0; c < target.size(); i++) {
        for (int j = i; j <= dimension(target.size()); j++, c++) {
          fields.add(new PointField("t" + i + j, "t_{" + i + j + "}", target.get(c)));
        }
      }
      return fields;
    }

    private static int dimension(int components) {
      return (int) Math.round((Math.sqrt(8.0 * components + 1) - 1) / 2);
    }

    @Override
    public Expr density(Derivation.Builder builder, Curvature geometry) {
      List<Expr> terms = new ArrayList<>();
      for (int i = 0; i < geometry.dimension(); i++) {
        for (int j = i; j < geometry.dimension(); j++) {
          String ij = "" + (i + 1) + (j + 1);
          Expr defect = geometry.metric().g(i, j).minus(builder.value("t" + ij));
          defect = builder.define("defect" + ij, "(g-t)_{" + ij + "}", defect);
          terms.add(i == j ? defect.pow(2).over(2) : defect.pow(2));
        }
      }
      return Expr.sum(terms);
    }
  }

  /** ½ √|det g| |Ric|². */
  record Ricci() implements Loss {
    @Override
    public String source() {
      return "loss";
    }

    @Override
    public String latex() {
      return "L = \\tfrac12 \\sum_a w_a \\sqrt{\\det g}\\, |\\mathrm{Ric}|^2_g(x_a)";
    }

    @Override
    public String text() {
      return "L = 1/2 sum_a w_a sqrt|det g| |Ric|^2 (x_a)";
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public List<PointField> fields() {
      return List.of();
    }

    @Override
    public Expr density(Derivation.Builder builder, Curvature geometry) {
      return geometry.ricciSquared().times(geometry.sqrtDet()).over(2);
    }
  }

  /**
   * ½ √|det g| |Ric − λg|² = ½ √|det g| (|Ric|² − 2λR + λ²d).
   *
   * @param lambda the Einstein constant λ
   */
  record Einstein(Expr lambda) implements Loss {
    @Override
    public String source() {
      return "loss";
    }

    @Override
    public String latex() {
      return "L = \\tfrac12 \\sum_a w_a \\sqrt{\\det g}\\, |\\mathrm{Ric} - \\lambda g|^2_g(x_a)";
    }

    @Override
    public String text() {
      return "L = 1/2 sum_a w_a sqrt|det g| |Ric - (" + lambda + ") g|^2 (x_a)";
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public List<PointField> fields() {
      return List.of();
    }

    @Override
    public Expr density(Derivation.Builder builder, Curvature geometry) {
      int d = geometry.dimension();
      Expr square = geometry.ricciSquared().minus(geometry.scalar().times(lambda).times(2));
      Expr defect = square.plus(lambda.pow(2).times(d));
      defect = builder.define("einsteindefect", "|\\mathrm{Ric}-\\lambda g|^2", defect);
      return defect.times(geometry.sqrtDet()).over(2);
    }
  }

  /**
   * ½ √|det g| (R − target)².
   *
   * @param target the wanted scalar curvature, of the coordinates
   */
  record ScalarCurvature(Expr target) implements Loss {
    @Override
    public String source() {
      return "loss.target";
    }

    @Override
    public String latex() {
      return "L = \\tfrac12 \\sum_a w_a \\sqrt{\\det g}\\, (R - R_0)^2(x_a)";
    }

    @Override
    public String text() {
      return "L = 1/2 sum_a w_a sqrt|det g| (R - R_0)^2 (x_a)";
    }

    @Override
    public Optional<Variation> variation() {
      return Optional.of(
          new Variation(
              "\\delta L = \\int \\sqrt{|g|}\\, h_{ij} \\left( \\tfrac14 \\phi^2 g^{ij} - \\phi"
                  + " R^{ij} + \\nabla^i\\nabla^j \\phi - g^{ij} \\Delta\\phi \\right),\\quad \\phi"
                  + " = R - R_0",
              "delta L = int sqrt|det g| h_ij (phi^2 g^ij/4 - phi R^ij + D^i D^j phi"
                  + " - g^ij Laplacian(phi)), phi = R - R_0"));
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public List<PointField> fields() {
      return List.of(new PointField("targetR", "R_0", target));
    }

    @Override
    public Expr density(Derivation.Builder builder, Curvature geometry) {
      Expr defect = geometry.scalar().minus(builder.value("targetR"));
      defect = builder.define("defectR", "(R-R_0)", defect);
      return defect.pow(2).times(geometry.sqrtDet()).over(2);
    }
  }

  /**
   * −(R + |∇f|²) with f = log √|det g| − log m; the weights hold m and the quadrature together.
   *
   * @param density m, of the coordinates
   * @param coordinates the chart's
   */
  record Perelman(Expr density, List<Symbol> coordinates) implements Loss {
    public Perelman {
      coordinates = List.copyOf(coordinates);
    }

    @Override
    public String latex() {
      return "L = -\\sum_a w_a \\left(R + |\\nabla f|^2\\right)(x_a),\\quad"
          + " f = \\log\\sqrt{\\det g} - \\log m";
    }

    @Override
    public String text() {
      return "L = -sum_a w_a (R + |grad f|^2)(x_a), f = log sqrt|det g| - log m";
    }

    @Override
    public Optional<Variation> variation() {
      return Optional.of(
          new Variation(
              "\\delta L = \\int h_{ij} \\left( R^{ij} + \\nabla^i\\nabla^j f \\right)"
                  + " \\mathrm{d}m,\\quad \\mathrm{d}m = \\mathrm{e}^{-f} \\mathrm{d}V"
                  + "\\ \\text{fixed}",
              "delta L = int h_ij (R^ij + D^i D^j f) dm, dm = exp(-f) dV fixed"));
    }

    @Override
    public Optional<FixedMeasure> measure() {
      return Optional.of(new FixedMeasure(density, coordinates));
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public List<PointField> fields() {
      List<PointField> fields = new ArrayList<>();
      for (int i = 0; i < coordinates.size(); i++) {
        Expr slope = density.differentiate(coordinates.get(i)).over(density);
        String k = String.valueOf(i + 1);
        fields.add(new PointField("logm" + k, "\\partial_{" + k + "}\\log m", slope));
      }
      return fields;
    }

    @Override
    public Expr density(Derivation.Builder builder, Curvature geometry) {
      int d = geometry.dimension();
      List<Expr> df = new ArrayList<>();
      for (int k = 0; k < d; k++) {
        Expr slope = geometry.logVolumeGradient(k).minus(builder.value("logm" + (k + 1)));
        df.add(builder.define("df" + (k + 1), "\\partial_{" + (k + 1) + "}f", slope));
      }
      List<Expr> terms = new ArrayList<>(List.of(geometry.scalar()));
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          terms.add(Expr.product(List.of(geometry.ginv(i, j), df.get(i), df.get(j))));
        }
      }
      return Expr.sum(terms).negate();
    }
  }

  /**
   * A density of one's own, in named invariants of the metric and in coordinates.
   *
   * <p>The invariants are R, Ric2 (|Ric|²), Riem2 (the Kretschmann scalar |Riem|²), detg, sqrtg
   * (√|det g|) and the components g11, g12, ….
   *
   * @param value ℓ
   * @param coordinates the chart's
   */
  record Custom(Expr value, List<Symbol> coordinates) implements Loss {
    public Custom {
      coordinates = List.copyOf(coordinates);
    }

    /** The invariants that a density may use in dimension d. */
    public static List<String> invariants(int d) {
      List<String> names = new ArrayList<>(List.of("R", "Ric2", "Riem2", "detg", "sqrtg"));
      for (int i = 1; i <= d; i++) {
        for (int j = i; j <= d; j++) {
          names.add("g" + i + j);
        }
      }
      return names;
    }

    @Override
    public String latex() {
      return "L = \\sum_a w_a\\, \\ell(x_a)";
    }

    @Override
    public int order() {
      Set<String> curved = Set.of("R", "Ric2", "Riem2");
      return value.symbols().stream().anyMatch(s -> curved.contains(s.name())) ? 2 : 0;
    }

    @Override
    public List<PointField> fields() {
      return coordinates.stream()
          .filter(value.symbols()::contains)
          .map(x -> new PointField(x.name(), x.name(), x))
          .toList();
    }

    @Override
    public Expr density(Derivation.Builder builder, Curvature geometry) {
      Map<Symbol, Expr> values = new HashMap<>();
      for (Symbol used : value.symbols()) {
        if (!coordinates.contains(used)) {
          values.put(used, invariant(used.name(), geometry));
        }
      }
      return value.substitute(values);
    }

    private static Expr invariant(String name, Curvature geometry) {
      return switch (name) {
        case "R" -> geometry.scalar();
        case "Ric2" -> geometry.ricciSquared();
        case "Riem2" -> geometry.kretschmann();
        case "detg" -> geometry.det();
        case "sqrtg" -> geometry.sqrtDet();
        default -> geometry.metric().g(name.charAt(1) - '1', name.charAt(2) - '1');
      };
    }
  }
}
