package org.metricflows.bridge.internal.run;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;

/**
 * A checkpoint in bytes, big-endian:
 *
 * <pre>
 *   "metric-flows checkpoint\n", int format, 32 bytes SHA-256 of spec.yaml
 *   double t, double step, int recorded, long evaluations, long steps, double cpuSeconds
 *   int n, n doubles y; int m, m bytes records in JSON; long CRC-32C of all before
 * </pre>
 */
final class CheckpointFormat {

  private static final byte[] MAGIC =
      "metric-flows checkpoint\n".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 1;
  private static final int DIGEST_BYTES = 32;
  private static final int HEADER_BYTES = MAGIC.length + Integer.BYTES;

  private CheckpointFormat() {}

  static byte[] write(RunCheckpoint checkpoint, String spec) {
    FlowCheckpoint flow = checkpoint.flow();
    double[] state = flow.state();
    byte[] records = JsonText.compact(checkpoint.records());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeInt(FORMAT);
      out.write(digest(spec));
      out.writeDouble(flow.time());
      out.writeDouble(flow.step());
      out.writeInt(flow.recorded());
      out.writeLong(flow.evaluations());
      out.writeLong(flow.steps());
      out.writeDouble(checkpoint.cpuSeconds());
      out.writeInt(state.length);
      ByteBuffer doubles = ByteBuffer.allocate(Double.BYTES * state.length);
      doubles.asDoubleBuffer().put(state);
      out.write(doubles.array());
      out.writeInt(records.length);
      out.write(records);
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param file where the bytes come from, for messages
   * @param spec the text of spec.yaml, of which the checkpoint must be
   */
  static RunCheckpoint read(byte[] bytes, Path file, String spec) {
    if (bytes.length < HEADER_BYTES
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new RunFolderException(file, "is not a checkpoint");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
    int format = in.getInt();
    if (format != FORMAT) {
      throw new RunFolderException(
          file, "is of format " + format + "; this version reads format " + FORMAT);
    }
    int body = bytes.length - Long.BYTES;
    if (body < HEADER_BYTES + DIGEST_BYTES || checksum(bytes, body) != in.getLong(body)) {
      throw new RunFolderException(
          file, "is damaged (its checksum does not match); remove it to start the run over");
    }
    byte[] digest = new byte[DIGEST_BYTES];
    in.get(digest);
    if (!Arrays.equals(digest, digest(spec))) {
      throw new RunFolderException(file, "belongs to another spec than spec.yaml beside it");
    }
    return body(in, file);
  }

  private static RunCheckpoint body(ByteBuffer in, Path file) {
    double time = in.getDouble();
    double step = in.getDouble();
    int recorded = in.getInt();
    long evaluations = in.getLong();
    long steps = in.getLong();
    double cpuSeconds = in.getDouble();
    double[] state = new double[in.getInt()];
    in.asDoubleBuffer().get(state);
    in.position(in.position() + Double.BYTES * state.length);
    byte[] json = new byte[in.getInt()];
    in.get(json);
    FlowCheckpoint flow = new FlowCheckpoint(time, state, step, recorded, evaluations, steps);
    try {
      List<Map<String, Object>> records = JsonText.readRecords(json);
      return new RunCheckpoint(flow, records, cpuSeconds);
    } catch (IOException e) {
      throw new RunFolderException(file, "holds records that are not JSON", e);
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }

  private static byte[] digest(String spec) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(spec.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
