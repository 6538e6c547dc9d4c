package org.metricflows.app.internal.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/**
 * Numbers as whole numbers of 16 bits between the least and the greatest: v ≈ low + (high − low)
 * k/65534; 65535 stands for what is not finite.
 *
 * @param low the least
 * @param high the greatest
 * @param base64 the whole numbers, little-endian
 */
record Quantised(double low, double high, String base64) {
  static final int STEPS = 65534;
  private static final int MISSING = 65535;

  static Quantised of(double... values) {
    double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    double scale = high > low ? STEPS / (high - low) : 0;
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putShort(
          (short) (Double.isFinite(value) ? Math.round((value - low) * scale) : MISSING));
    }
    return new Quantised(low, high, Base64.getEncoder().encodeToString(bytes.array()));
  }
}
