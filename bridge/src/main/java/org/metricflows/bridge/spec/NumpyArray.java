package org.metricflows.bridge.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An array of numbers in NumPy's npy format, versions 1 to 3, as {@code double} in C order. Complex
 * numbers get a last axis of their own, real part and imaginary part.
 *
 * @param shape the sizes along each axis
 * @param values the entries, the last axis fastest
 */
record NumpyArray(List<Integer> shape, double[] values) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final long MAX_ENTRIES = 1 << 26;
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=]?)([fic])(\\d+)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

  /**
   * Reads an array.
   *
   * @throws IOException if the bytes are not an npy array of real numbers
   */
  static NumpyArray read(InputStream in) throws IOException {
    byte[] start = in.readNBytes(8);
    for (int i = 0; i < MAGIC.length; i++) {
      if (start.length < 8 || start[i] != MAGIC[i]) {
        throw new IOException("is not an npy array");
      }
    }
    int lengthBytes = start[6] == 1 ? 2 : 4;
    int length = 0;
    byte[] lengths = in.readNBytes(lengthBytes);
    for (int i = lengths.length - 1; i >= 0; i--) {
      length = length << 8 | lengths[i] & 0xff;
    }
    if (length < 0 || length > 1 << 20) {
      throw new IOException("has a damaged npy header");
    }
    return body(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1), in);
  }

  private static NumpyArray body(String header, InputStream in) throws IOException {
    Matcher type = find(TYPE, header, "does not hold plain real numbers");
    List<Integer> shape = shape(find(SHAPE, header, "has a damaged npy header").group(1));
    boolean fortran = find(ORDER, header, "has a damaged npy header").group(1).equals("True");
    boolean complex = type.group(2).equals("c");
    if (complex) {
      shape = Stream.concat(shape.stream(), Stream.of(2)).toList();
    }
    long count = shape.stream().mapToLong(n -> n).reduce(1, (a, b) -> a * b);
    int bytes = Integer.parseInt(type.group(3)) / (complex ? 2 : 1);
    if (count < 0 || count > MAX_ENTRIES) {
      throw new IOException("has " + count + " entries; at most " + MAX_ENTRIES + " are allowed");
    }
    byte[] data = in.readNBytes((int) count * bytes);
    if (data.length != count * bytes) {
      throw new IOException("ends before its last entry");
    }
    boolean big = type.group(1).equals(">");
    ByteBuffer buffer =
        ByteBuffer.wrap(data).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    String kind = (complex ? "f" : type.group(2)) + bytes;
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = entry(buffer, kind);
    }
    return new NumpyArray(shape, fortran ? transposed(values, shape) : values);
  }

  private static Matcher find(Pattern pattern, String header, String problem) throws IOException {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IOException(problem);
    }
    return matcher;
  }

  private static List<Integer> shape(String text) throws IOException {
    List<Integer> shape = new ArrayList<>();
    for (String size : text.split(",")) {
      if (!size.isBlank()) {
        try {
          shape.add(Integer.parseInt(size.strip()));
        } catch (NumberFormatException e) {
          throw new IOException("has a damaged npy header", e);
        }
      }
    }
    return List.copyOf(shape);
  }

  private static double entry(ByteBuffer buffer, String type) throws IOException {
    return switch (type) {
      case "f8" -> buffer.getDouble();
      case "f4" -> buffer.getFloat();
      case "i8" -> buffer.getLong();
      case "i4" -> buffer.getInt();
      default -> throw new IOException("holds numbers of type " + type + ", not f8, f4, i8 or i4");
    };
  }

  private static double[] transposed(double[] values, List<Integer> shape) throws IOException {
    if (shape.size() > 2) {
      throw new IOException("has more than two axes in Fortran order");
    }
    int rows = shape.isEmpty() ? 1 : shape.get(0);
    double[] result = new double[values.length];
    int columns = rows == 0 ? 0 : values.length / rows;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[i * columns + j] = values[j * rows + i];
      }
    }
    return result;
  }
}
