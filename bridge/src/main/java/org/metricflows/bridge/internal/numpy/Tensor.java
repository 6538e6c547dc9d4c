package org.metricflows.bridge.internal.numpy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers in a box, the last index running fastest. Values are copied in and out.
 *
 * @param shape the length along each index
 * @param values as many as the lengths' product, or twice as many
 * @param complex whether they are real parts and imaginary parts in turn
 */
public record Tensor(List<Integer> shape, double[] values, boolean complex) {

  /**
   * @throws IllegalArgumentException if the shape has a negative length, or another number of
   *     values
   */
  public Tensor {
    shape = List.copyOf(shape);
    values = values.clone();
    if (shape.stream().anyMatch(length -> length < 0) || size(shape, complex) != values.length) {
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

  /** How many values a shape has, or more than there can be. */
  private static long size(List<Integer> shape, boolean complex) {
    long size = shape.contains(0) ? 0 : complex ? 2 : 1;
    for (int length : shape) {
      size = Math.min(size * length, 1L << Integer.SIZE - 1);
    }
    return size;
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The same as real numbers: complex ones get a last index, real part and imaginary part. */
  public Tensor real() {
    if (!complex) {
      return this;
    }
    List<Integer> longer = new ArrayList<>(shape);
    longer.add(2);
    return new Tensor(longer, values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && shape.equals(that.shape)
        && complex == that.complex
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return (complex ? "complex" : "real") + " numbers of the shape " + shape;
  }
}
