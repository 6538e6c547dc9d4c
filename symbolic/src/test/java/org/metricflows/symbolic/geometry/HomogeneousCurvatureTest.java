package org.metricflows.symbolic.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.Simplifier;

/** Koszul's formula against closed forms and against the same metrics in coordinates, exactly. */
class HomogeneousCurvatureTest {

  /** Milnor's frame: −2 Ric is 4[(μB−νC)²−(λA)²]/(BC) and cyclic, nothing off the diagonal. */
  @Test
  void unimodularEquations() {
    Derivation.Builder b = Derivation.builder();
    Expr[] c = {b.input("lam"), b.input("mu"), b.input("nu")};
    Expr[] g = {b.input("A"), b.input("B"), b.input("C")};
    Expr zero = Rational.ZERO;
    HomogeneousCurvature curvature =
        HomogeneousCurvature.of(
            b,
            LieAlgebra.unimodular(c[0], c[1], c[2]),
            List.of(g[0], zero, zero, g[1], zero, g[2]));
    for (int i = 0; i < 3; i++) {
      for (int j = i; j < 3; j++) {
        curvature.ricci(i, j); // lines are written when they are first asked for
      }
    }
    Derivation lines = b.build();
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      Expr speed = c[j].times(g[j]).minus(c[k].times(g[k])).pow(2).minus(c[i].times(g[i]).pow(2));
      Expr expected = speed.times(4).over(g[j].times(g[k]));
      Expr derived = expanded(lines, curvature.ricci(i, i)).times(-2);
      assertVanishes(derived.minus(expected));
      assertVanishes(expanded(lines, curvature.ricci(i, j)));
    }
  }

  private static Expr expanded(Derivation lines, Expr handle) {
    return handle instanceof Symbol name ? lines.expand(name, 100_000) : handle;
  }

  private static void assertVanishes(Expr e) {
    assertThat(Simplifier.within(Duration.ofSeconds(20)).provesZero(e)).as("%s", e).isTrue();
  }

  static Stream<Arguments> algebras() {
    Expr zero = Rational.ZERO;
    Expr one = Rational.ONE;
    LieAlgebra affine =
        LieAlgebra.of(
            3,
            Map.of(
                new LieAlgebra.Pair(0, 1), List.of(zero, one, one),
                new LieAlgebra.Pair(0, 2), List.of(zero, zero, one.times(2))));
    LieAlgebra plane = LieAlgebra.of(2, Map.of(new LieAlgebra.Pair(0, 1), List.of(zero, one)));
    LieAlgebra filiform =
        LieAlgebra.of(
            4,
            Map.of(
                new LieAlgebra.Pair(0, 1), List.of(zero, zero, one, zero),
                new LieAlgebra.Pair(0, 2), List.of(zero, zero, zero, one)));
    return Stream.of(
        Arguments.of("SU(2)", unimodular(-1, -1, -1)),
        Arguments.of("SL(2,R)", unimodular(-1, -1, 1)),
        Arguments.of("Nil", unimodular(-1, 0, 0)),
        Arguments.of("Sol", unimodular(-1, 0, 1)),
        Arguments.of("not unimodular", affine),
        Arguments.of("hyperbolic plane", plane),
        Arguments.of("filiform of dimension 4", filiform));
  }

  private static LieAlgebra unimodular(long lambda, long mu, long nu) {
    return LieAlgebra.unimodular(Expr.of(lambda), Expr.of(mu), Expr.of(nu));
  }

  /**
   * In exponential coordinates the left-invariant coframe is 1 − ad x/2 + (ad x)²/6 − …, which
   * gives the metric's jet at the identity, where coordinate and left-invariant frame agree.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("algebras")
  void agreesWithTheMetricInCoordinates(String name, LieAlgebra algebra) {
    int d = algebra.dimension();
    assertThat(jacobiVanishes(algebra)).isTrue();
    List<Expr> metric = positive(d, new Random(7));
    HomogeneousCurvature frame = HomogeneousCurvature.of(Derivation.builder(), algebra, metric);
    Curvature coordinates =
        Curvature.of(Derivation.builder(), new MetricJet(d, jetAtIdentity(algebra, metric)));
    // all are rational numbers, so equality is exact
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        assertThat(frame.ricci(i, j)).isEqualTo(coordinates.ricci(i, j));
        for (int k = 0; k < d; k++) {
          for (int l = 0; l < d; l++) {
            assertThat(frame.riemann(i, j, k, l)).isEqualTo(coordinates.riemann(i, j, k, l));
          }
        }
      }
    }
    assertThat(frame.scalar()).isEqualTo(coordinates.scalar());
    assertThat(frame.ricciSquared()).isEqualTo(coordinates.ricciSquared());
    assertThat(frame.kretschmann()).isEqualTo(coordinates.kretschmann());
    assertThat(frame.scalar()).isNotEqualTo(Rational.ZERO);
  }

  private static boolean jacobiVanishes(LieAlgebra algebra) {
    int d = algebra.dimension();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < d; k++) {
          if (!algebra.jacobi(i, j, k).stream().allMatch(Expr::isZero)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** LLᵀ with small whole numbers. */
  private static List<Expr> positive(int d, Random random) {
    long[][] lower = new long[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        lower[i][j] = i == j ? 1 + random.nextInt(3) : random.nextInt(5) - 2;
      }
    }
    List<Expr> metric = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        long sum = 0;
        for (int k = 0; k < d; k++) {
          sum += lower[i][k] * lower[j][k];
        }
        metric.add(Expr.of(sum));
      }
    }
    return metric;
  }

  private static List<Jet> jetAtIdentity(LieAlgebra algebra, List<Expr> metric) {
    int d = algebra.dimension();
    List<Symbol> x = new ArrayList<>();
    Map<Symbol, Expr> origin = new HashMap<>();
    for (int i = 0; i < d; i++) {
      x.add(new Symbol("x" + i));
      origin.put(x.get(i), Rational.ZERO);
    }
    Expr[][] coframe = coframe(algebra, x);
    MetricJet constant = new MetricJet(d, metric.stream().map(g -> Jet.constant(g, d, 0)).toList());
    List<Jet> jets = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < d; k++) {
          for (int l = 0; l < d; l++) {
            terms.add(constant.g(k, l).times(coframe[k][i]).times(coframe[l][j]));
          }
        }
        Jet jet = Jet.of(Expr.sum(terms), x, 2);
        jets.add(
            new Jet(d, 2, jet.coefficients().stream().map(e -> e.substitute(origin)).toList()));
      }
    }
    return jets;
  }

  private static Expr[][] coframe(LieAlgebra algebra, List<Symbol> x) {
    int d = algebra.dimension();
    Expr[][] ad = new Expr[d][d];
    for (int k = 0; k < d; k++) {
      for (int j = 0; j < d; j++) {
        List<Expr> terms = new ArrayList<>();
        for (int i = 0; i < d; i++) {
          terms.add(x.get(i).times(algebra.constant(k, i, j)));
        }
        ad[k][j] = Expr.sum(terms);
      }
    }
    Expr[][] coframe = new Expr[d][d];
    for (int k = 0; k < d; k++) {
      for (int j = 0; j < d; j++) {
        List<Expr> terms = new ArrayList<>();
        terms.add(Expr.of(k == j ? 1 : 0));
        terms.add(ad[k][j].over(-2));
        for (int m = 0; m < d; m++) {
          terms.add(ad[k][m].times(ad[m][j]).over(6));
        }
        coframe[k][j] = Expr.sum(terms);
      }
    }
    return coframe;
  }

  /** On SU(2) × SU(2): Ric = −¼ Killing form for bi-invariant metrics of any two sizes. */
  @Test
  void biInvariantMetrics() {
    Map<LieAlgebra.Pair, List<Expr>> brackets = new HashMap<>();
    for (int block = 0; block < 6; block += 3) {
      put(brackets, block, block + 1, block + 2, 1);
      put(brackets, block + 1, block + 2, block, 1);
      put(brackets, block, block + 2, block + 1, -1);
    }
    LieAlgebra algebra = LieAlgebra.of(6, brackets);
    List<Expr> metric = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        metric.add(Expr.of(i == j ? (i < 3 ? 3 : 7) : 0));
      }
    }
    HomogeneousCurvature c = HomogeneousCurvature.of(Derivation.builder(), algebra, metric);
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        assertThat(c.ricci(i, j)).isEqualTo(killing(algebra, i, j).over(-4));
      }
    }
    assertThat(c.ricci(0, 0)).isEqualTo(Rational.HALF);
    // sectional curvature ¼|[X,Y]|²/(|X|²|Y|²) = ¼·3/9
    assertThat(c.riemann(0, 1, 0, 1)).isEqualTo(Rational.of(3, 4));
  }

  private static void put(
      Map<LieAlgebra.Pair, List<Expr>> brackets, int i, int j, int k, long value) {
    List<Expr> vector = new ArrayList<>();
    for (int m = 0; m < 6; m++) {
      vector.add(Expr.of(m == k ? value : 0));
    }
    brackets.put(new LieAlgebra.Pair(i, j), vector);
  }

  private static Expr killing(LieAlgebra algebra, int i, int j) {
    List<Expr> terms = new ArrayList<>();
    for (int k = 0; k < algebra.dimension(); k++) {
      for (int l = 0; l < algebra.dimension(); l++) {
        terms.add(algebra.constant(k, i, l).times(algebra.constant(l, j, k)));
      }
    }
    return Expr.sum(terms);
  }

  @Test
  void jacobiIsToldWhereItFails() {
    LieAlgebra broken =
        LieAlgebra.of(
            3,
            Map.of(
                new LieAlgebra.Pair(0, 1), List.of(Expr.of(0), Expr.of(1), Expr.of(0)),
                new LieAlgebra.Pair(1, 2), List.of(Expr.of(-2), Expr.of(0), Expr.of(0))));
    assertThat(broken.jacobi(0, 1, 2)).containsExactly(Expr.of(2), Expr.of(0), Expr.of(0));
  }
}
