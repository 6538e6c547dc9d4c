package org.metricflows.bridge.internal.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right files with anything done to them end in an array or in a {@link NumpyException}. */
class MutatedFilesTest {
  private static final int FILES = 2000;

  /** Reading makes streams and messages, and unpacks at most about a thousandfold. */
  private static final long ALLOWED = 1_000_000;

  /** What is put over or into a file: lengths that wrap, other types, pieces of syntax. */
  private static final List<String> PIECES =
      List.of(
          "4294967296",
          "-1",
          "65536, 65536, 65536, 65536",
          "99999999999",
          "f99999999999",
          ">f8",
          "<c16",
          "|O",
          "<u1",
          "True",
          "False",
          "()",
          "(0,)",
          "{",
          "}",
          "'",
          "(",
          ")",
          ",",
          "é",
          "\n",
          "PK\1\2",
          "PK\3\4",
          "PK\5\6",
          "\u0093NUMPY",
          "\0\0\0\0",
          "\u00ff\u00ff\u00ff\u00ff");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void arraysAreReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    int read = 0;
    for (int n = 0; n < FILES; n++) {
      Path file = Files.write(folder.resolve("a.npy"), mutated(npy(random), random));
      read += outcome(() -> NpyFile.read(file), file);
    }
    assertThat(read).isBetween(FILES / 50, FILES / 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void zipFilesAreReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    int read = 0;
    for (int n = 0; n < FILES; n++) {
      byte[] array = npy(random);
      byte[] zip =
          switch (random.nextInt(3)) {
            case 0 -> NpzFile.bytes(Map.of("x", new Tensor(List.of(2, 1), new double[] {3, 4})));
            case 1 -> Bytes.zip("x.npy", mutated(array, random));
            default -> Bytes.zip("x", array);
          };
      Path file = Files.write(folder.resolve("a.npz"), mutated(zip, random));
      read +=
          outcome(
              () -> {
                try (NpzFile arrays = NpzFile.open(file)) {
                  return arrays.array("x");
                }
              },
              file);
    }
    assertThat(read).isBetween(FILES / 50, FILES / 2);
  }

  /** A way to read a file. */
  private interface Reader {
    Tensor read() throws NumpyException;
  }

  /** 1 for an array and 0 for the exception; whatever else is thrown goes through. */
  private static int outcome(Reader reader, Path file) {
    int[] read = {0};
    long allocated =
        Allocation.of(
            () -> {
              try {
                read[0] = reader.read() == null ? 0 : 1;
              } catch (NumpyException e) {
                assertThat(e.getMessage()).startsWith(file + ": ").hasSizeLessThan(1000);
                assertThat(e.reason()).isNotBlank().doesNotContain("\n").doesNotContain("null");
              }
            });
    assertThat(allocated).isLessThan(ALLOWED);
    return read[0];
  }

  private static byte[] npy(Random random) {
    double[] values = random.doubles(6).toArray();
    return switch (random.nextInt(4)) {
      case 0 -> NpyFile.bytes(new Tensor(List.of(3, 2), values));
      case 1 -> NpyFile.bytes(new Tensor(List.of(3), values, true));
      case 2 ->
          Bytes.npy(
              ">f4",
              true,
              "(1, 2, 3)",
              Bytes.numbers(ByteOrder.BIG_ENDIAN, (b, x) -> b.putFloat(x.floatValue()), values));
      default -> Bytes.npy(2 + random.nextInt(2), Bytes.header("<u1", false, "(6,)"), new byte[6]);
    };
  }

  /** One to four changes: a bit, a byte, a piece put over or in, an end cut off or put on. */
  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] result = bytes;
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(result.length + 1);
      byte[] piece =
          PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.ISO_8859_1);
      result =
          switch (random.nextInt(6)) {
            case 0 -> spliced(result, at, 1, new byte[] {(byte) (1 << random.nextInt(8))});
            case 1 -> spliced(result, at, 1, new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(result, at, piece.length, piece);
            case 3 -> spliced(result, at, 0, piece);
            case 4 -> spliced(result, at, random.nextInt(20), new byte[0]);
            default -> random.nextInt(4) > 0 ? result : Arrays.copyOf(result, at);
          };
    }
    return result;
  }

  /** The bytes with some of them, from a place on, exchanged for others. */
  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] put) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(put);
    int rest = Math.min(bytes.length, at + removed);
    out.write(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }
}
