package org.metricflows.numeric.internal.variety;

import java.util.List;
import org.metricflows.numeric.internal.random.GaussianStream;

/**
 * Random linear subspaces: in each factor P^n the span of t + 1 orthonormal vectors of C^{n+1},
 * from Gram and Schmidt's process on Gaussian ones, so that all subspaces are equally likely up to
 * unitary maps. Numbers depend on seed and line alone.
 */
final class RandomSubspaces {
  private final Configuration shape;
  private final List<Integer> dimensions;
  private final long seed;

  /**
   * @param dimensions t of each factor
   */
  RandomSubspaces(Configuration shape, List<Integer> dimensions, long seed) {
    this.shape = shape;
    this.dimensions = List.copyOf(dimensions);
    this.seed = seed;
  }

  /** The most vectors that span the subspace in a factor. */
  int vectors() {
    return 1 + dimensions.stream().mapToInt(t -> t).max().orElse(0);
  }

  /**
   * Draws the vectors of one line.
   *
   * @param basis receives vector v of each factor at {@code [v][2·i + part][slot]}
   */
  void draw(long line, double[][][] basis, int slot) {
    GaussianStream stream = GaussianStream.of(seed, line);
    for (int f = 0; f < shape.factors(); f++) {
      int from = shape.first(f);
      int to = shape.first(f + 1);
      for (int v = 0; v <= dimensions.get(f); v++) {
        for (int c = 2 * from; c < 2 * to; c++) {
          basis[v][c][slot] = stream.next();
        }
        for (int u = 0; u < v; u++) {
          removeProjection(basis[v], basis[u], from, to, slot);
        }
        normalise(basis[v], from, to, slot);
      }
    }
  }

  /** v ← v − ⟨u, v⟩ u. */
  private static void removeProjection(double[][] v, double[][] u, int from, int to, int slot) {
    double re = 0;
    double im = 0;
    for (int i = from; i < to; i++) {
      double ux = u[2 * i][slot];
      double uy = u[2 * i + 1][slot];
      double vx = v[2 * i][slot];
      double vy = v[2 * i + 1][slot];
      re += ux * vx + uy * vy;
      im += ux * vy - uy * vx;
    }
    for (int i = from; i < to; i++) {
      double ux = u[2 * i][slot];
      double uy = u[2 * i + 1][slot];
      v[2 * i][slot] -= re * ux - im * uy;
      v[2 * i + 1][slot] -= re * uy + im * ux;
    }
  }

  private static void normalise(double[][] v, int from, int to, int slot) {
    double norm = 0;
    for (int c = 2 * from; c < 2 * to; c++) {
      norm += v[c][slot] * v[c][slot];
    }
    double scale = 1 / Math.sqrt(norm);
    for (int c = 2 * from; c < 2 * to; c++) {
      v[c][slot] *= scale;
    }
  }
}
