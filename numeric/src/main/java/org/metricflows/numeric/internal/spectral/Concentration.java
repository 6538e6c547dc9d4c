package org.metricflows.numeric.internal.spectral;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * A coordinate of [0, π] that has most of its length near one place:
 *
 * <pre>
 *   dθ/dx = ρ(x) π/∫₀^π ρ,     ρ = 1/√(w² + (cos x − cos c)²)
 * </pre>
 *
 * About c the points of an even grid of θ have distances in proportion to w + |x − c|: every scale
 * between w and 1 gets about as many points, and there are log(1/w) of them. ρ is even about both
 * ends and analytic, so that what is smooth and even in x is so in θ.
 *
 * <p>The integral is Gauss and Legendre's over panels that grow from c in proportion to their
 * distance from it, as the singularities of ρ, at distance w beside c, ask for.
 */
public final class Concentration {
  private static final int NODES = 20;
  private static final int NEWTON = 60;

  private final double cosine;
  private final double width;
  private final double[] edges;
  private final double[] sums;
  private final GaussIntegrator rule;
  private final double unit;

  /**
   * @param centre c in (0, π)
   * @param width w &gt; 0
   */
  public Concentration(double centre, double width) {
    if (!(centre > 0 && centre < Math.PI && width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("concentration: " + centre + ", " + width);
    }
    this.cosine = Math.cos(centre);
    this.width = width;
    this.rule = new GaussIntegratorFactory().legendre(NODES);
    this.edges = edges(centre, width);
    this.sums = new double[edges.length];
    for (int i = 1; i < edges.length; i++) {
      sums[i] = sums[i - 1] + integral(edges[i - 1], edges[i]);
    }
    this.unit = Math.PI / sums[sums.length - 1];
  }

  private static double[] edges(double centre, double width) {
    double[] found = new double[256];
    int count = 0;
    found[count++] = 0;
    found[count++] = centre;
    found[count++] = Math.PI;
    for (double d = Math.min(width, 0.25); d < Math.PI; d *= 1.5) {
      if (centre - d > 0) {
        found[count++] = centre - d;
      }
      if (centre + d < Math.PI) {
        found[count++] = centre + d;
      }
    }
    double[] edges = Arrays.copyOf(found, count);
    Arrays.sort(edges);
    return edges;
  }

  private double integral(double from, double to) {
    double half = (to - from) / 2;
    double middle = (from + to) / 2;
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      sum += rule.getWeight(i) * density(middle + half * rule.getPoint(i));
    }
    return half * sum;
  }

  private double density(double x) {
    double away = Math.cos(x) - cosine;
    return 1 / Math.sqrt(width * width + away * away);
  }

  /** θ(x). */
  public double theta(double x) {
    int found = Arrays.binarySearch(edges, x);
    if (found >= 0) {
      return unit * sums[found];
    }
    int panel = Math.max(0, Math.min(-found - 2, edges.length - 2));
    return unit * (sums[panel] + integral(edges[panel], x));
  }

  /** dθ/dx. */
  public double slope(double x) {
    return unit * density(x);
  }

  /** d²θ/dx² = (cos x − cos c) sin x ρ³ times the unit. */
  public double bend(double x) {
    double rho = density(x);
    return unit * rho * rho * rho * (Math.cos(x) - cosine) * Math.sin(x);
  }

  /** The x of a θ in (0, π), by Newton's method kept between the edges of its panel. */
  public double at(double theta) {
    int found = Arrays.binarySearch(sums, theta / unit);
    int panel = found >= 0 ? Math.min(found, edges.length - 2) : Math.max(0, -found - 2);
    double left = edges[panel];
    double right = edges[Math.min(panel + 1, edges.length - 1)];
    double x = (left + right) / 2;
    for (int i = 0; i < NEWTON; i++) {
      double next = x - (theta(x) - theta) / slope(x);
      next = Math.max(left, Math.min(right, next));
      if (Math.abs(next - x) <= Math.ulp(x)) {
        return next;
      }
      x = next;
    }
    return x;
  }
}
