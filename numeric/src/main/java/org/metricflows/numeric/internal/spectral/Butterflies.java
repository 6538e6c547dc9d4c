package org.metricflows.numeric.internal.spectral;

import java.util.Arrays;
import org.metricflows.numeric.internal.spectral.AxisTransform.Ends;

/**
 * Stages of a transform over neighbouring lanes: inputs lie {@code gap} apart from {@code from} on,
 * outputs {@code s} apart from {@code to} on.
 */
final class Butterflies {
  private static final double SIN_60 = Math.sqrt(3) / 2;

  private Butterflies() {}

  static void two(Ends e, int from, int gap, int to, int s, double c, double d) {
    double[] xr = e.xr();
    double[] xi = e.xi();
    double[] yr = e.yr();
    double[] yi = e.yi();
    int to1 = to + s;
    int from1 = from + gap;
    for (int q = 0; q < s; q++) {
      double ar = xr[from + q];
      double ai = xi[from + q];
      double br = xr[from1 + q];
      double bi = xi[from1 + q];
      double tr = ar - br;
      double ti = ai - bi;
      yr[to + q] = ar + br;
      yi[to + q] = ai + bi;
      yr[to1 + q] = tr * c - ti * d;
      yi[to1 + q] = tr * d + ti * c;
    }
  }

  static void three(
      Ends e, int from, int gap, int to, int s, double[] cos, double[] sin, int twiddle) {
    double c1 = cos[twiddle];
    double d1 = sin[twiddle];
    double c2 = cos[2 * twiddle];
    double d2 = sin[2 * twiddle];
    double[] xr = e.xr();
    double[] xi = e.xi();
    double[] yr = e.yr();
    double[] yi = e.yi();
    int from1 = from + gap;
    int from2 = from1 + gap;
    int to1 = to + s;
    int to2 = to1 + s;
    for (int q = 0; q < s; q++) {
      double ar = xr[from + q];
      double ai = xi[from + q];
      double sumR = xr[from1 + q] + xr[from2 + q];
      double sumI = xi[from1 + q] + xi[from2 + q];
      double difR = SIN_60 * (xr[from1 + q] - xr[from2 + q]);
      double difI = SIN_60 * (xi[from1 + q] - xi[from2 + q]);
      double midR = ar - 0.5 * sumR;
      double midI = ai - 0.5 * sumI;
      double br = midR + difI;
      double bi = midI - difR;
      double cr = midR - difI;
      double ci = midI + difR;
      yr[to + q] = ar + sumR;
      yi[to + q] = ai + sumI;
      yr[to1 + q] = br * c1 - bi * d1;
      yi[to1 + q] = br * d1 + bi * c1;
      yr[to2 + q] = cr * c2 - ci * d2;
      yi[to2 + q] = cr * d2 + ci * c2;
    }
  }

  static void four(
      Ends e, int from, int gap, int to, int s, double[] cos, double[] sin, int twiddle) {
    double c1 = cos[twiddle];
    double d1 = sin[twiddle];
    double c2 = cos[2 * twiddle];
    double d2 = sin[2 * twiddle];
    double c3 = cos[3 * twiddle];
    double d3 = sin[3 * twiddle];
    double[] xr = e.xr();
    double[] xi = e.xi();
    double[] yr = e.yr();
    double[] yi = e.yi();
    int from1 = from + gap;
    int from2 = from1 + gap;
    int from3 = from2 + gap;
    int to1 = to + s;
    int to2 = to1 + s;
    int to3 = to2 + s;
    for (int q = 0; q < s; q++) {
      double evenR = xr[from + q] + xr[from2 + q];
      double evenI = xi[from + q] + xi[from2 + q];
      double awayR = xr[from + q] - xr[from2 + q];
      double awayI = xi[from + q] - xi[from2 + q];
      double oddR = xr[from1 + q] + xr[from3 + q];
      double oddI = xi[from1 + q] + xi[from3 + q];
      double turnR = xi[from1 + q] - xi[from3 + q];
      double turnI = xr[from3 + q] - xr[from1 + q];
      double br = awayR + turnR;
      double bi = awayI + turnI;
      double cr = evenR - oddR;
      double ci = evenI - oddI;
      double dr = awayR - turnR;
      double di = awayI - turnI;
      yr[to + q] = evenR + oddR;
      yi[to + q] = evenI + oddI;
      yr[to1 + q] = br * c1 - bi * d1;
      yi[to1 + q] = br * d1 + bi * c1;
      yr[to2 + q] = cr * c2 - ci * d2;
      yi[to2 + q] = cr * d2 + ci * c2;
      yr[to3 + q] = dr * c3 - di * d3;
      yi[to3 + q] = dr * d3 + di * c3;
    }
  }

  static void clear(Ends e, int to, int s) {
    Arrays.fill(e.yr(), to, to + s, 0);
    Arrays.fill(e.yi(), to, to + s, 0);
  }

  /** y += (c + i d) x. */
  static void add(Ends e, int from, int to, int s, double c, double d) {
    double[] xr = e.xr();
    double[] xi = e.xi();
    double[] yr = e.yr();
    double[] yi = e.yi();
    for (int q = 0; q < s; q++) {
      double ar = xr[from + q];
      double ai = xi[from + q];
      yr[to + q] += ar * c - ai * d;
      yi[to + q] += ar * d + ai * c;
    }
  }
}
