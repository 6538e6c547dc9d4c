package org.metricflows.app.internal.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Numbers whose power of ten is beyond these are labelled with it. */
  private static final int SMALLEST_POWER = 4;

  private static final int LARGEST_POWER = 5;

  /** Times whose last is less than this times the first are as well seen by equal steps. */
  private static final double WIDE = 30;

  /** An axis of equal steps. */
  public static Axis linear(String label) {
    return new Axis(label, false);
  }

  /** An axis of equal factors. */
  public static Axis logarithmic(String label) {
    return new Axis(label, true);
  }

  /**
   * The axis of times: logarithmic where those recorded are spread more evenly over factors than
   * over steps, as 0, 0.1, 1, 10, 100 are.
   */
  public static Axis ofTimes(String label, double... times) {
    double[] positive = Arrays.stream(times).filter(t -> t > 0).sorted().distinct().toArray();
    int n = positive.length;
    if (n < 3 || positive[n - 1] < WIDE * positive[0]) {
      return linear(label);
    }
    double linear = 0;
    double logarithmic = 0;
    for (int i = 1; i < n; i++) {
      linear = Math.max(linear, (positive[i] - positive[i - 1]) / (positive[n - 1] - positive[0]));
      logarithmic =
          Math.max(
              logarithmic,
              Math.log(positive[i] / positive[i - 1]) / Math.log(positive[n - 1] / positive[0]));
    }
    return logarithmic < linear ? logarithmic(label) : linear(label);
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
    if (!logarithmic) {
      return even(low, high, nice((high - low) / TICKS));
    }
    if (high - low >= 2) {
      return decades(low, high, Math.ceil((high - low) / TICKS));
    }
    return high - low >= 1 ? roundNumbers(low, high) : crowded(low, high);
  }

  private static List<Tick> even(double low, double high, double step) {
    List<Tick> ticks = new ArrayList<>();
    double largest = Math.max(Math.abs(low), Math.abs(high));
    int power = (int) Math.floor(Math.log10(largest) + 1e-9);
    boolean scaled = power < -SMALLEST_POWER || power > LARGEST_POWER;
    double unit = scaled ? Math.pow(10, power) : 1;
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9));
    for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      String number = String.format(Locale.ROOT, "%." + digits + "f", k * step / unit);
      ticks.add(new Tick(k * step, scaled && k != 0 ? number + "·10^" + power : number));
    }
    return ticks;
  }

  private static List<Tick> decades(double low, double high, double step) {
    List<Tick> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      ticks.add(new Tick(k * step, "10^" + Math.round(k * step)));
    }
    return ticks;
  }

  /** 1, 2 and 5 times powers of ten. */
  private static List<Tick> roundNumbers(double low, double high) {
    List<Tick> ticks = new ArrayList<>();
    for (int k = (int) Math.floor(low); k <= high; k++) {
      for (int multiple : new int[] {1, 2, 5}) {
        BigDecimal value = BigDecimal.valueOf(multiple).scaleByPowerOfTen(k);
        double position = Math.log10(value.doubleValue());
        if (position >= low - 1e-9 && position <= high + 1e-9) {
          ticks.add(new Tick(position, value.toPlainString()));
        }
      }
    }
    return ticks;
  }

  /** Equal steps of the values, where there is no decade to divide. */
  private static List<Tick> crowded(double low, double high) {
    double from = Math.pow(10, low);
    double to = Math.pow(10, high);
    return even(from, to, nice((to - from) / TICKS)).stream()
        .map(tick -> new Tick(Math.log10(tick.position()), tick.label()))
        .toList();
  }

  /** 1, 2 or 5 times a power of ten, not below a length. */
  private static double nice(double rough) {
    double decade = Math.pow(10, Math.floor(Math.log10(rough)));
    double multiple = rough / decade;
    return (multiple <= 1 ? 1 : multiple <= 2 ? 2 : multiple <= 5 ? 5 : 10) * decade;
  }

  /** A labelled position. */
  record Tick(double position, String label) {}
}
