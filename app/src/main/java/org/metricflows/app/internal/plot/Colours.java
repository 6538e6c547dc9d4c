package org.metricflows.app.internal.plot;

/**
 * Colours of numbers: from dark to light, or from blue over grey to red where the sign counts.
 * Where few numbers are far larger than most, colours follow their arsinh. The same as colours.js
 * of reports.
 *
 * @param low the least number
 * @param high the greatest
 * @param typical the median of their sizes
 */
public record Colours(double low, double high, double typical) {
  private static final double WIDE = 20;

  private static final int[] SEQUENTIAL = {
    0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6dcd59, 0xb4de2c,
    0xfde725
  };

  private static final int[] DIVERGING = {
    0x184696, 0x4378be, 0x92bede, 0xdee4e8, 0xf0b294, 0xd6604d, 0xa50f23
  };

  private double even(double value) {
    boolean wide = typical > 0 && Math.max(Math.abs(low), Math.abs(high)) > WIDE * typical;
    double u = value / typical;
    return wide ? Math.signum(u) * Math.log(Math.abs(u) + Math.sqrt(u * u + 1)) : value;
  }

  /** The colour of a number, as 0xRRGGBB. */
  public int of(double value) {
    if (!Double.isFinite(value)) {
      return 0x808080;
    }
    boolean signed = low < 0 && high > 0;
    double size = Math.max(-even(low), even(high));
    double from = signed ? -size : even(low);
    double width = signed ? 2 * size : even(high) - even(low);
    return between(signed ? DIVERGING : SEQUENTIAL, width > 0 ? (even(value) - from) / width : 0.5);
  }

  private static int between(int[] stops, double share) {
    double at = Math.max(0, Math.min(1, share)) * (stops.length - 1);
    int k = Math.min(stops.length - 2, (int) at);
    return mixed(stops[k], stops[k + 1], at - k);
  }

  private static int mixed(int a, int b, double part) {
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int x = a >> shift & 0xff;
      int y = b >> shift & 0xff;
      colour |= (int) Math.round(x + part * (y - x)) << shift;
    }
    return colour;
  }

  /** A colour with more or less light on it. */
  public static int lit(int colour, double light) {
    return mixed(0, colour, Math.max(0, Math.min(1, light)));
  }
}
