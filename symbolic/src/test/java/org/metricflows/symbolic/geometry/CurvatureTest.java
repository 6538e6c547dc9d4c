package org.metricflows.symbolic.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Directional;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

class CurvatureTest {
  /** Sums of some hundred products of numbers of size 1 to 10 in double precision. */
  private static final double ROUNDING = 1e-11;

  @ParameterizedTest
  @CsvSource({
    "1,+",
    "2,++",
    "2,-+",
    "3,+++",
    "3,-++",
    "4,++++",
    "4,-+++",
    "4,--++",
    "5,+++++",
    "6,-+++++"
  })
  void agreesWithPlainLoopsOnRandomJetsOfAnySignature(int d, String signature) {
    int[] signs = signature.chars().map(c -> c == '+' ? 1 : -1).toArray();
    Derivation.Builder b = Derivation.builder();
    MetricJet metric = MetricJet.input(b, d);
    Curvature c = Curvature.of(b, metric);
    List<Expr> handles = everything(c);
    Map<Symbol, Double> at = DirectCurvature.randomJet(metric, signs, 17 + d);
    Evaluation values = new Evaluation(b.build(), at);
    DirectCurvature direct = new DirectCurvature(metric, at);
    assertThat(handles).allSatisfy(h -> assertThat(values.of(h)).isFinite());

    double weylTrace = 0;
    for (int[] i : direct.indices()) {
      double riemann = direct.lowered[i[0]][i[1]][i[2]][i[3]];
      assertThat(values.of(c.riemann(i[0], i[1], i[2], i[3]))).isCloseTo(riemann, near(riemann));
      weylTrace +=
          i[1] == 0 && i[3] == 0
              ? direct.inverse[i[0]][i[2]] * values.of(c.weyl(i[0], i[1], i[2], i[3]))
              : 0;
    }
    assertThat(weylTrace).isCloseTo(0, within(ROUNDING));
    double ricciSquared = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        assertThat(values.of(c.ginv(i, j))).isCloseTo(direct.inverse[i][j], within(ROUNDING));
        assertThat(values.of(c.ricci(i, j))).isCloseTo(direct.ricci[i][j], near(10));
        double einstein = direct.ricci[i][j] - 0.5 * direct.scalar * direct.g[i][j];
        assertThat(values.of(c.einstein(i, j))).isCloseTo(einstein, near(10));
        for (int k = 0; k < d; k++) {
          assertThat(values.of(c.gamma(k, i, j))).isCloseTo(direct.gamma[k][i][j], near(1));
          for (int l = 0; l < d; l++) {
            ricciSquared +=
                direct.inverse[i][k]
                    * direct.inverse[j][l]
                    * direct.ricci[i][j]
                    * direct.ricci[k][l];
          }
        }
      }
    }
    double kretschmann = direct.square(direct.lowered);
    assertThat(values.of(c.scalar())).isCloseTo(direct.scalar, near(direct.scalar));
    assertThat(values.of(c.ricciSquared())).isCloseTo(ricciSquared, near(ricciSquared));
    assertThat(values.of(c.kretschmann())).isCloseTo(kretschmann, near(kretschmann));
    if (d > 2) {
      double weylSquared =
          kretschmann
              - 4 * ricciSquared / (d - 2)
              + 2 * direct.scalar * direct.scalar / ((d - 1) * (d - 2));
      assertThat(values.of(c.weylSquared())).isCloseTo(weylSquared, near(kretschmann));
    }
    double det =
        new org.hipparchus.linear.LUDecomposition(
                org.hipparchus.linear.MatrixUtils.createRealMatrix(direct.g))
            .getDeterminant();
    assertThat(values.of(c.det())).isCloseTo(det, near(det));
    assertThat(values.of(c.sqrtDet())).isCloseTo(Math.sqrt(Math.abs(det)), near(det));
  }

  private static org.assertj.core.data.Offset<Double> near(double value) {
    return within(ROUNDING * Math.max(10, Math.abs(value)));
  }

  private static List<Expr> everything(Curvature c) {
    List<Expr> all =
        new ArrayList<>(
            List.of(
                c.det(),
                c.sqrtDet(),
                c.scalar(),
                c.ricciSquared(),
                c.kretschmann(),
                c.weylSquared()));
    for (int i = 0; i < c.dimension(); i++) {
      for (int j = 0; j < c.dimension(); j++) {
        all.addAll(List.of(c.ricci(i, j), c.einstein(i, j), c.ginv(i, j)));
        for (int k = 0; k < c.dimension(); k++) {
          all.add(c.gamma(i, j, k));
          for (int l = 0; l < c.dimension(); l++) {
            all.add(c.riemann(i, j, k, l));
            all.add(c.weyl(i, j, k, l));
          }
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({"2,1", "3,1", "4,1", "5,1", "6,1", "2,-1", "3,-1", "4,-1", "5,-1", "6,-1"})
  void spacesOfConstantCurvature(int n, int k) {
    List<Symbol> x = coordinates(n);
    // stereographic coordinates: g = 4 dx² / (1 + k|x|²)²
    Expr radius = Expr.sum(x.stream().map(c -> c.pow(2)).toList());
    Expr factor = radius.times(k).plus(1).pow(-2).times(4);
    Fixture f = new Fixture(x, diagonal(n, factor));
    Curvature c = f.curvature;
    Expr weyl = c.weylSquared();
    List<Expr> all = List.of(c.scalar(), c.ricciSquared(), c.kretschmann(), c.ricci(0, 0), weyl);
    Evaluation values = f.at(0.31, -0.24, 0.15, 0.22, -0.1, 0.4);
    assertThat(values.of(all.get(0))).isCloseTo(k * n * (n - 1), near(1));
    assertThat(values.of(all.get(1))).isCloseTo(n * (n - 1) * (n - 1), near(100));
    assertThat(values.of(all.get(2))).isCloseTo(2 * n * (n - 1), near(100));
    assertThat(values.of(all.get(3)) / values.of(f.metric.g(0, 0))).isCloseTo(k * (n - 1), near(1));
    assertThat(values.of(weyl)).isCloseTo(0, near(100));
  }

  @Test
  void productsAddTheirCurvatures() {
    List<Symbol> x = coordinates(4);
    Expr sphere = Expr.sin(x.get(0)).pow(2);
    Expr plane = x.get(3).pow(-2);
    List<Expr> diagonal = List.of(Rational.ONE, sphere, plane, plane);
    Fixture f = new Fixture(x, matrix(4, (i, j) -> i == j ? diagonal.get(i) : Rational.ZERO));
    Curvature c = f.curvature;
    List<Expr> all = List.of(c.scalar(), c.ricciSquared(), c.kretschmann(), c.weylSquared());
    Evaluation values = f.at(0.9, 0.2, 0.4, 1.3);
    assertThat(values.of(all.get(0))).isCloseTo(2 - 2, near(1));
    assertThat(values.of(all.get(1))).isCloseTo(2 + 2, near(1));
    assertThat(values.of(all.get(2))).isCloseTo(4 + 4, near(1));
    // S² × H² of opposite curvatures is conformally flat
    assertThat(values.of(all.get(3))).isCloseTo(0, near(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void conformalChangeOfTheScalarCurvature(int n) {
    List<Symbol> x = coordinates(n);
    Expr phi = Expr.sin(x.get(0)).times(x.get(1)).over(3);
    List<List<Expr>> base = matrix(n, (i, j) -> wavy(x, i, j));
    Fixture flat = new Fixture(x, base);
    Jet jet = Jet.of(phi, x, 2);
    Expr before = flat.curvature.scalar();
    Expr laplacian = flat.builder.define("lap", flat.curvature.laplacian(jet));
    Expr slope = flat.builder.define("slope", flat.curvature.gradientSquared(jet));
    Fixture scaled =
        new Fixture(x, matrix(n, (i, j) -> base.get(i).get(j).times(Expr.exp(phi.times(2)))));
    Expr after = scaled.curvature.scalar();
    double[] point = {0.4, -0.7, 0.3, 0.9, 0.2};
    Evaluation values = flat.at(point);
    double expected =
        Math.exp(-2 * values.of(phi))
            * (values.of(before)
                - 2 * (n - 1) * values.of(laplacian)
                - (n - 2) * (n - 1) * values.of(slope));
    assertThat(scaled.at(point).of(after)).isCloseTo(expected, near(10));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void scalarsDoNotDependOnCoordinates(int n) {
    List<Symbol> x = coordinates(n);
    List<List<Expr>> g = matrix(n, (i, j) -> wavy(x, i, j));
    // y ↦ x(y) = y + cubic
    Map<Symbol, Expr> map = new HashMap<>();
    for (int i = 0; i < n; i++) {
      map.put(x.get(i), x.get(i).plus(x.get((i + 1) % n).pow(3).over(5 + i)));
    }
    List<List<Expr>> pulled =
        matrix(
            n,
            (i, j) -> {
              List<Expr> terms = new ArrayList<>();
              for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                  Expr jacobian =
                      map.get(x.get(a))
                          .differentiate(x.get(i))
                          .times(map.get(x.get(b)).differentiate(x.get(j)));
                  terms.add(g.get(a).get(b).substitute(map).times(jacobian));
                }
              }
              return Expr.sum(terms);
            });
    Fixture before = new Fixture(x, g);
    Fixture after = new Fixture(x, pulled);
    List<Expr> left = invariants(before.curvature);
    List<Expr> right = invariants(after.curvature);
    double[] y = {0.3, -0.4, 0.6, 0.5};
    Evaluation there = after.at(y);
    double[] image = x.stream().mapToDouble(s -> there.of(map.get(s))).toArray();
    Evaluation here = before.at(image);
    for (int i = 0; i < left.size(); i++) {
      assertThat(there.of(right.get(i))).isCloseTo(here.of(left.get(i)), near(10));
    }
  }

  private static List<Expr> invariants(Curvature c) {
    return List.of(c.scalar(), c.ricciSquared(), c.kretschmann(), c.weylSquared());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void theEinsteinTensorIsDivergenceFree(int n) {
    List<Symbol> x = coordinates(n);
    Fixture f = new Fixture(x, matrix(n, (i, j) -> wavy(x, i, j)));
    Curvature c = f.curvature;
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        outputs.add(((Symbol) c.einstein(i, j)).name());
      }
    }
    everything(c);
    Derivation program = f.builder.build(outputs);
    Map<Symbol, Double> at = f.point(0.3, -0.4, 0.6, 0.5);
    List<Evaluation> slopes = new ArrayList<>();
    for (Symbol s : x) {
      slopes.add(new Evaluation(Directional.of(program, Map.of(s, Rational.ONE), List.of()), at));
    }
    Evaluation v = slopes.get(0);
    for (int j = 0; j < n; j++) {
      double divergence = 0;
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
          Symbol einstein = (Symbol) c.einstein(i, j);
          double covariant = slopes.get(k).of(Expr.symbol("dot" + einstein.name()));
          for (int l = 0; l < n; l++) {
            covariant -=
                v.of(c.gamma(l, k, i)) * v.of(c.einstein(l, j))
                    + v.of(c.gamma(l, k, j)) * v.of(c.einstein(i, l));
          }
          divergence += v.of(c.ginv(i, k)) * covariant;
        }
      }
      assertThat(divergence).isCloseTo(0, near(10));
    }
  }

  @Test
  void rotationsOfTheSphereAreIsometriesAndDilationsAreNot() {
    List<Symbol> x = coordinates(2);
    Fixture f =
        new Fixture(
            x,
            matrix(
                2,
                (i, j) ->
                    i != j ? Rational.ZERO : i == 0 ? Rational.ONE : Expr.sin(x.get(0)).pow(2)));
    // a rotation about a horizontal axis: sin φ ∂_θ + cot θ cos φ ∂_φ
    Jet up = Jet.of(Expr.sin(x.get(1)), x, 1);
    Jet round = Jet.of(Expr.cos(x.get(0)).over(Expr.sin(x.get(0))).times(Expr.cos(x.get(1))), x, 1);
    Jet zero = Jet.constant(Rational.ZERO, 2, 1);
    Evaluation values = f.at(0.8, 0.3);
    for (int[] ij : new int[][] {{0, 0}, {0, 1}, {1, 1}}) {
      Expr lie = f.curvature.lieDerivative(List.of(up, round), ij[0], ij[1]);
      assertThat(values.of(lie)).isCloseTo(0, near(1));
    }
    Expr stretch = f.curvature.lieDerivative(List.of(Jet.of(x.get(0), x, 1), zero), 0, 0);
    assertThat(values.of(stretch)).isCloseTo(2, near(1));
  }

  @Test
  void gradientOfTheLogVolumeAndHessian() {
    List<Symbol> x = coordinates(3);
    Fixture f = new Fixture(x, matrix(3, (i, j) -> wavy(x, i, j)));
    Curvature c = f.curvature;
    Expr det = f.builder.define("volume", c.sqrtDet());
    Expr slope = c.logVolumeGradient(1);
    Jet jet = Jet.of(x.get(0).times(x.get(1)), x, 2);
    Expr hessian = f.builder.define("hess", c.hessian(jet, 0, 1));
    Derivation program = f.builder.build(((Symbol) det).name());
    Evaluation values =
        new Evaluation(
            Directional.of(program, Map.of(x.get(1), Rational.ONE), List.of()),
            f.point(0.3, -0.4, 0.6));
    String dot = "dot" + ((Symbol) det).name();
    assertThat(values.of(Expr.symbol(dot)) / values.of(det)).isCloseTo(values.of(slope), near(1));
    double expected = 1 - values.of(c.gamma(0, 0, 1)) * -0.4 - values.of(c.gamma(1, 0, 1)) * 0.3;
    assertThat(values.of(hessian)).isCloseTo(expected, near(1));
  }

  @ParameterizedTest
  @CsvSource({"2,60", "3,360", "4,1500"})
  void scalarAndRicciSquaredCostFewOperations(int d, int most) {
    Derivation.Builder b = Derivation.builder();
    Curvature c = Curvature.of(b, MetricJet.input(b, d));
    List<Symbol> outputs = List.of((Symbol) c.scalar(), (Symbol) c.ricciSquared());
    Derivation program = b.build().withOutputs(outputs);
    assertThat(Evaluation.operations(program)).isLessThanOrEqualTo(most);
  }

  private static Expr wavy(List<Symbol> x, int i, int j) {
    int n = x.size();
    Expr wave = Expr.sin(x.get((i + 1) % n).times(i + 1).plus(x.get(j).times(j + 2)));
    Expr other = Expr.sin(x.get((j + 1) % n).times(j + 1).plus(x.get(i).times(i + 2)));
    return wave.plus(other).over(8).plus(i == j ? 1 : 0);
  }

  private static List<Symbol> coordinates(int n) {
    return Arrays.stream(new String[] {"x", "y", "z", "u", "v", "w"})
        .limit(n)
        .map(Symbol::new)
        .toList();
  }

  private static List<List<Expr>> diagonal(int n, Expr entry) {
    return matrix(n, (i, j) -> i == j ? entry : Rational.ZERO);
  }

  private static List<List<Expr>> matrix(int n, Curvature.Components entries) {
    List<List<Expr>> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<Expr> row = new ArrayList<>();
      for (int j = 0; j < n; j++) {
        row.add(entries.get(i, j));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The curvature of an explicit metric, in coordinates as inputs. */
  private static final class Fixture {
    final Derivation.Builder builder = Derivation.builder();
    final List<Symbol> coordinates;
    final MetricJet metric;
    final Curvature curvature;

    Fixture(List<Symbol> coordinates, List<List<Expr>> g) {
      this.coordinates = coordinates;
      coordinates.forEach(x -> builder.input(x.name()));
      List<Jet> jets = new ArrayList<>();
      for (int i = 0; i < g.size(); i++) {
        for (int j = i; j < g.size(); j++) {
          jets.add(Jet.of(g.get(i).get(j), coordinates, 2));
        }
      }
      metric = new MetricJet(g.size(), jets).define(builder);
      curvature = Curvature.of(builder, metric);
    }

    Map<Symbol, Double> point(double... values) {
      Map<Symbol, Double> at = new HashMap<>();
      for (int i = 0; i < coordinates.size(); i++) {
        at.put(coordinates.get(i), values[i]);
      }
      return at;
    }

    Evaluation at(double... values) {
      return new Evaluation(builder.build(), point(values));
    }
  }
}
