package org.metricflows.app.internal.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

  private static double[] values(int n, double from, double step, DoubleUnaryOperator f) {
    return IntStream.range(0, n).mapToDouble(i -> f.applyAsDouble(from + i * step)).toArray();
  }

  /** The round sphere r = sin s is embedded as itself: r² + (z − 1)² = 1. */
  @Test
  void roundSphereIsRound() {
    int n = 400;
    double step = Math.PI / n;
    double[] ones = values(n, 0, step, s -> 1);
    Profile profile =
        Embedding.sphere(Math.PI, values(n, step / 2, step, Math::sin), ones, ones).orElseThrow();
    for (int i = 0; i < n + 2; i++) {
      double r = profile.radius()[i];
      double z = profile.height()[i] - 1;
      // the trapezoidal rule's error is h²/12 times the change of the integrand's slope, below 2
      assertThat(r * r + z * z).isCloseTo(1, within(step * step));
    }
  }

  /** The error of the height falls with the square of the step. */
  @Test
  void heightConvergesWithTheSquareOfTheStep() {
    double coarse = heightError(50);
    double fine = heightError(100);
    assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(2, within(0.05));
  }

  private static double heightError(int n) {
    double step = Math.PI / n;
    double[] ones = values(n, 0, step, s -> 1);
    Profile profile =
        Embedding.sphere(Math.PI, values(n, step / 2, step, Math::sin), ones, ones).orElseThrow();
    return Math.abs(profile.height()[n + 1] - 2);
  }

  /** Circles of negative curvature grow faster than space lets them. */
  @Test
  void negativeCurvatureOfCirclesIsRefused() {
    double[] radius = values(10, 0.05, 0.1, Math::sin);
    double[] curvature = values(10, 0, 1, i -> i == 5 ? -1 : 1);
    assertThat(Embedding.sphere(Math.PI, radius, curvature, curvature)).isEmpty();
  }

  /** The torus of radii 3 and 1: (r − 3)² + (z − z0)² = 1, it closes, and K = cos u/(3 + cos u). */
  @Test
  void torusOfRevolutionClosesUp() {
    int n = 240;
    double step = 2 * Math.PI / n;
    double from = 0.3; // so that no zero of z' is a point
    double[] ones = values(n, 0, step, u -> 1);
    double[] radius = values(n, from, step, u -> 3 + Math.cos(u));
    Profile torus = Embedding.ring(ones, radius, step).orElseThrow();
    double[] z = torus.height();
    assertThat(z[n]).isCloseTo(z[0], within(2 * step * step));
    double middle =
        (Arrays.stream(z).max().orElseThrow() + Arrays.stream(z).min().orElseThrow()) / 2;
    for (int i = 0; i <= n; i++) {
      double u = from + i * step;
      assertThat(Math.hypot(torus.radius()[i] - 3, z[i] - middle))
          .isCloseTo(1, within(step * step));
      // two differences of fourth order: each errs by h⁴/30 times a fifth derivative
      assertThat(torus.shade()[i])
          .isCloseTo(Math.cos(u) / (3 + Math.cos(u)), within(Math.pow(step, 4)));
    }
  }

  /** An unduloid-like tube has no zero of z', so that it stays open: z rises all along. */
  @Test
  void tubeRises() {
    int n = 64;
    double step = 2 * Math.PI / n;
    double[] twos = values(n, 0, step, u -> 2);
    double[] z =
        Embedding.ring(twos, values(n, 0, step, u -> 3 + Math.cos(u)), step).orElseThrow().height();
    for (int i = 0; i < n; i++) {
      assertThat(z[i + 1]).isGreaterThan(z[i]);
    }
    // ∫√(4 − sin²u) du = 4·2·E(1/4), a complete elliptic integral; the rule is spectral over a
    // period
    assertThat(z[n]).isCloseTo(8 * 1.4674622093394272, within(1e-4));
  }

  /** A profile that would be steeper than its own length is none. */
  @Test
  void steepRingsAreRefused() {
    int n = 64;
    double step = 2 * Math.PI / n;
    double[] halves = values(n, 0, step, u -> 0.5);
    assertThat(Embedding.ring(halves, values(n, 0, step, u -> 3 + Math.cos(u)), step)).isEmpty();
  }
}
