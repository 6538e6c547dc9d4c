package org.metricflows.bridge.internal.numpy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The types of numbers that are read, by NumPy's names: the kind and how many bytes a number has.
 *
 * <p>Integers of eight bytes beyond 2^53 become the double nearest to them.
 */
enum NumberType {
  F8(ByteBuffer::getDouble),
  F4(ByteBuffer::getFloat),
  I1(ByteBuffer::get),
  I2(ByteBuffer::getShort),
  I4(ByteBuffer::getInt),
  I8(ByteBuffer::getLong),
  U1(bytes -> Byte.toUnsignedInt(bytes.get())),
  U2(bytes -> Short.toUnsignedInt(bytes.getShort())),
  U4(bytes -> Integer.toUnsignedLong(bytes.getInt())),
  U8(bytes -> unsigned(bytes.getLong())),
  C8(ByteBuffer::getFloat),
  C16(ByteBuffer::getDouble);

  private final ToDoubleFunction<ByteBuffer> next;

  NumberType(ToDoubleFunction<ByteBuffer> next) {
    this.next = next;
  }

  /**
   * The type of this name, such as {@code f8}.
   *
   * @throws IOException if numbers of that type are not read
   */
  static NumberType of(String name) throws IOException {
    for (NumberType type : values()) {
      if (type.toString().equals(name)) {
        return type;
      }
    }
    throw new IOException(
        "holds numbers of type '"
            + name
            + "'; allowed are "
            + Arrays.stream(values()).map(NumberType::toString).collect(Collectors.joining(", ")));
  }

  /** Whether a number is a real and an imaginary part. */
  boolean complex() {
    return this == C8 || this == C16;
  }

  /** How many bytes a number has, or either part of a complex one. */
  int bytes() {
    int whole = Integer.parseInt(name().substring(1));
    return complex() ? whole / 2 : whole;
  }

  /** Takes the next number, or part of one, from a buffer in the file's byte order. */
  double next(ByteBuffer bytes) {
    return next.applyAsDouble(bytes);
  }

  /** Halved, with the lost bit kept for the rounding, and doubled. */
  private static double unsigned(long value) {
    return value >= 0 ? value : 2.0 * (value >>> 1 | value & 1);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
