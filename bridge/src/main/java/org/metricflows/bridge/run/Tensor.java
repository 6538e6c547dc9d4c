package org.metricflows.bridge.run;

import java.util.List;

/**
 * Numbers in a box, the last index running fastest. Values are copied in and out.
 *
 * @param shape the length along each index
 * @param values as many as the lengths' product, or twice as many
 * @param complex whether they are real parts and imaginary parts in turn
 */
public record Tensor(List<Integer> shape, double[] values, boolean complex) {

  public Tensor {
    shape = List.copyOf(shape);
    values = values.clone();
    long size = complex ? 2 : 1;
    for (int length : shape) {
      size *= length;
    }
    if (size != values.length) {
      throw new IllegalArgumentException(values.length + " values for the shape " + shape);
    }
  }

  /** Real numbers. */
  public Tensor(List<Integer> shape, double[] values) {
    this(shape, values, false);
  }

  /** A vector. */
  public static Tensor of(double... values) {
    return new Tensor(List.of(values.length), values);
  }

  @Override
  public double[] values() {
    return values.clone();
  }
}
