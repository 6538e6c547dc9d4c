package org.metricflows.bridge.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis.
 *
 * @param label what it shows
 * @param logarithmic whether equal factors are equal lengths
 */
public record Axis(String label, boolean logarithmic) {

  private static final int TICKS = 6;

  /** An axis of equal steps. */
  public static Axis linear(String label) {
    return new Axis(label, false);
  }

  /** An axis of equal factors. */
  public static Axis logarithmic(String label) {
    return new Axis(label, true);
  }

  /** Whether a value can be shown. */
  boolean shows(double value) {
    return Double.isFinite(value) && (!logarithmic || value > 0);
  }

  /** A position on a straight scale. */
  double position(double value) {
    return logarithmic ? Math.log10(value) : value;
  }

  /** Values to label between two positions, and what to label them with. */
  List<Tick> ticks(double low, double high) {
    double step = logarithmic ? Math.max(1, step(low, high)) : step(low, high);
    List<Tick> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      ticks.add(new Tick(k * step, label(k * step, step)));
    }
    return ticks;
  }

  private String label(double position, double step) {
    if (logarithmic) {
      return "10^" + Math.round(position);
    }
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    return String.format(Locale.ROOT, "%." + digits + "f", position);
  }

  /** 1, 2 or 5 times a power of ten, in about six steps; whole numbers on a logarithmic axis. */
  private double step(double low, double high) {
    double rough = (high - low) / TICKS;
    double decade = Math.pow(10, Math.floor(Math.log10(rough)));
    double multiple = rough / decade;
    double nice = multiple <= 1 ? 1 : multiple <= 2 ? 2 : multiple <= 5 ? 5 : 10;
    return logarithmic ? Math.ceil(rough) : nice * decade;
  }

  /** A labelled position. */
  record Tick(double position, String label) {}
}
