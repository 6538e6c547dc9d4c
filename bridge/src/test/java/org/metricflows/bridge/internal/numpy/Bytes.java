package org.metricflows.bridge.internal.numpy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files put together by hand, right ones and wrong ones. */
final class Bytes {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private Bytes() {}

  /** An npy file whose header has this text. */
  static byte[] npy(int version, String header, byte[] numbers) {
    byte[] text =
        header.getBytes(version < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(MAGIC.length + 6 + text.length + numbers.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(MAGIC)
            .put((byte) version)
            .put((byte) 0);
    if (version == 1) {
      bytes.putShort((short) text.length);
    } else {
      bytes.putInt(text.length);
    }
    bytes.put(text).put(numbers);
    byte[] result = new byte[bytes.position()];
    bytes.rewind().get(result);
    return result;
  }

  static byte[] npy(String descr, boolean fortran, String shape, byte[] numbers) {
    return npy(1, header(descr, fortran, shape), numbers);
  }

  static String header(String descr, boolean fortran, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
        .formatted(descr, fortran ? "True" : "False", shape);
  }

  /** Numbers one after another, each put by the function. */
  static byte[] numbers(ByteOrder order, BiConsumer<ByteBuffer, Double> put, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length).order(order);
    for (double value : values) {
      put.accept(bytes, value);
    }
    byte[] result = new byte[bytes.position()];
    bytes.rewind().get(result);
    return result;
  }

  static byte[] doubles(double... values) {
    return numbers(ByteOrder.LITTLE_ENDIAN, ByteBuffer::putDouble, values);
  }

  /** A compressed zip file of one entry. */
  static byte[] zip(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
