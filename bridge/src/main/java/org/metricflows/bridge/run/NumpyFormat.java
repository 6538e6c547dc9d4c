package org.metricflows.bridge.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's files: .npy for an array of little-endian doubles or pairs of them, .npz for several of
 * them by name.
 */
final class NumpyFormat {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private NumpyFormat() {}

  static byte[] npy(Tensor tensor) {
    String shape =
        tensor.shape().stream().map(n -> n + ",").collect(Collectors.joining(" ", "(", ")"));
    String type = tensor.complex() ? "<c16" : "<f8";
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    int unpadded = MAGIC.length + 2 + header.length() + 1;
    header += " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
    double[] values = tensor.values();
    ByteBuffer bytes =
        ByteBuffer.allocate(MAGIC.length + 2 + header.length() + Double.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(MAGIC)
            .putShort((short) header.length())
            .put(header.getBytes(StandardCharsets.US_ASCII));
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  /** Entries are stored as they are and bear no date, for the same bytes every time. */
  static byte[] npz(Map<String, Tensor> tensors) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
        byte[] content = npy(tensor.getValue());
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(tensor.getKey() + ".npy");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
