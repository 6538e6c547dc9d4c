package org.metricflows.bridge.internal.numpy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file {@code .npy}: one array. */
public final class NpyFile {

  /** How many numbers are read at a time. */
  private static final int CHUNK = 1 << 13;

  private NpyFile() {}

  /**
   * Reads an array.
   *
   * @throws NumpyException if the file cannot be read, or is not an array of numbers
   */
  public static Tensor read(Path file) throws NumpyException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, Files.size(file));
    } catch (IOException e) {
      throw NumpyException.of(file, "", e);
    }
  }

  /** The file of an array: little-endian, in C order. */
  public static byte[] bytes(Tensor tensor) {
    NumberType type = tensor.complex() ? NumberType.C16 : NumberType.F8;
    byte[] header = new NpyHeader(type, ByteOrder.LITTLE_ENDIAN, false, tensor.shape()).bytes();
    double[] values = tensor.values();
    ByteBuffer bytes =
        ByteBuffer.allocate(header.length + Double.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(header);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  /**
   * Reads an array that ends with the stream.
   *
   * @param room how many bytes of numbers there can be
   */
  static Tensor read(InputStream in, long room) throws IOException {
    NpyHeader header = NpyHeader.read(in);
    long needed = (long) header.numbers() * header.type().bytes();
    if (needed > room) {
      throw new IOException("ends before its last entry: they need " + needed + " bytes");
    }
    double[] values = numbers(in, header);
    if (in.read() >= 0) {
      throw new IOException("goes on behind its last entry");
    }
    boolean complex = header.type().complex();
    return new Tensor(
        header.shape(),
        header.fortran() ? transposed(values, header.shape(), complex ? 2 : 1) : values,
        complex);
  }

  /** Room is made as the numbers come, whatever the header says. */
  private static double[] numbers(InputStream in, NpyHeader header) throws IOException {
    int count = header.numbers();
    int width = header.type().bytes();
    double[] values = new double[Math.min(count, CHUNK)];
    byte[] bytes = new byte[values.length * width];
    for (int read = 0; read < count; ) {
      int chunk = Math.min(CHUNK, count - read);
      if (in.readNBytes(bytes, 0, chunk * width) < chunk * width) {
        throw new IOException("ends before its last entry");
      }
      if (read + chunk > values.length) {
        values = Arrays.copyOf(values, Math.min(count, 2 * values.length));
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.order());
      for (int i = 0; i < chunk; i++) {
        values[read++] = header.type().next(buffer);
      }
    }
    return values;
  }

  /** From Fortran order, the first index fastest, to C order; a complex number stays together. */
  private static double[] transposed(double[] values, List<Integer> shape, int parts) {
    double[] result = new double[values.length];
    int[] index = new int[shape.size()];
    int[] stride = new int[shape.size()];
    int step = parts;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      stride[axis] = step;
      step *= shape.get(axis);
    }
    int to = 0;
    for (int from = 0; from < values.length; from += parts) {
      System.arraycopy(values, from, result, to, parts);
      for (int axis = 0; axis < index.length; axis++) {
        to += stride[axis];
        if (++index[axis] < shape.get(axis)) {
          break;
        }
        to -= index[axis] * stride[axis];
        index[axis] = 0;
      }
    }
    return result;
  }
}
