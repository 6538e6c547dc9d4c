package org.metricflows.bridge.internal.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays by name: what is written, what others write, and zip files that lie. */
class NpzFileTest {
  private static final Tensor ONE = Tensor.of(1, 2, 3);

  /** Bytes before an array's file, with its name x.npy and a time, and after it. */
  private static final int HEADER = 30 + 5 + 9;

  private static final int DIRECTORY = 46 + 5 + 9 + 22;
  private static final Tensor OTHER = new Tensor(List.of(1), new double[] {4, 5}, true);

  @TempDir private Path folder;

  private NpzFile open(byte[] bytes) throws IOException {
    return NpzFile.open(Files.write(folder.resolve("a.npz"), bytes));
  }

  private Tensor read(byte[] bytes) throws IOException {
    try (NpzFile file = open(bytes)) {
      return file.array("x");
    }
  }

  private void refuses(byte[] bytes, String reason) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            NumpyException.class, e -> assertThat(e.reason()).startsWith(reason))
        .hasMessageStartingWith(folder.resolve("a.npz") + ": " + reason);
  }

  @Test
  void readsWhatIsWritten() throws IOException {
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put("x", ONE);
    arrays.put("y", OTHER);
    byte[] bytes = NpzFile.bytes(arrays);
    assertThat(NpzFile.bytes(arrays)).isEqualTo(bytes);
    try (NpzFile file = open(bytes)) {
      assertThat(file.has("x")).isTrue();
      assertThat(file.has("z")).isFalse();
      assertThat(file.array("y")).isEqualTo(OTHER);
      assertThat(file.array("x")).isEqualTo(ONE);
      assertThatThrownBy(() -> file.array("z"))
          .isInstanceOf(NumpyException.class)
          .hasMessage(folder.resolve("a.npz") + ": it has no array 'z'");
    }
  }

  /** A local header, the array's own file, a directory: nothing else, and no date. */
  @Test
  void writesTheArraysAsTheyAre() {
    byte[] npy = NpyFile.bytes(ONE);
    byte[] zip = NpzFile.bytes(Map.of("x", ONE));
    assertThat(zip).hasSize(HEADER + npy.length + DIRECTORY);
    assertThat(Arrays.copyOfRange(zip, HEADER, HEADER + npy.length)).isEqualTo(npy);
    assertThat(little(zip).getInt(10)).isEqualTo(0x210000);
    assertThat(little(zip).getInt(HEADER - 4)).isEqualTo(315532800); // 1980-01-01 00:00 UTC
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/Los_Angeles", "Pacific/Auckland", "Europe/London"})
  void writesTheSameBytesEverywhere(String zone) {
    byte[] here = NpzFile.bytes(Map.of("x", ONE));
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(NpzFile.bytes(Map.of("x", ONE))).isEqualTo(here);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void compressedArraysAndNamesWithoutSuffixAreRead() throws IOException {
    byte[] npy = NpyFile.bytes(ONE);
    assertThat(read(Bytes.zip("x.npy", npy))).isEqualTo(ONE);
    assertThat(read(Bytes.zip("x", npy))).isEqualTo(ONE);
    refuses(Bytes.zip("x.txt", npy), "it has no array 'x'");
    refuses(
        Bytes.zip("x", "1, 2, 3".getBytes(StandardCharsets.US_ASCII)), "its array 'x' is not an");
    refuses(Bytes.zip("x.npy", new byte[0]), "its array 'x' is not an npy array");
    refuses(Bytes.zip("x.npy", Arrays.copyOf(npy, npy.length - 1)), "its array 'x' ends before");
    refuses(Bytes.zip("x.npy", Arrays.copyOf(npy, npy.length + 1)), "its array 'x' goes on behind");
  }

  @Test
  void whatIsNoZipFileIsRefused() {
    refuses(new byte[0], "cannot be unpacked");
    refuses(NpyFile.bytes(ONE), "cannot be unpacked");
    assertThatThrownBy(() -> NpzFile.open(folder.resolve("none.npz")))
        .isInstanceOf(NumpyException.class)
        .hasMessage(folder.resolve("none.npz") + ": cannot be read (NoSuchFileException)");
    assertThatThrownBy(() -> NpzFile.open(folder)).isInstanceOf(NumpyException.class);
  }

  @Test
  void checksumsAreChecked() {
    byte[] zip = NpzFile.bytes(Map.of("x", ONE));
    zip[HEADER + 130] ^= 1;
    refuses(zip, "its array 'x' is damaged: its checksum is another");
  }

  /** The directory at the end of the file says how long an entry is, packed and unpacked. */
  @Test
  void sizesAreNotBelieved() {
    byte[] npy = NpyFile.bytes(ONE);
    for (byte[] zip : List.of(NpzFile.bytes(Map.of("x", ONE)), Bytes.zip("x.npy", npy))) {
      int directory = directory(zip);
      for (int field : new int[] {directory + 20, directory + 24}) {
        for (int lie : new int[] {0, 1, npy.length - 1, npy.length + 1, 1 << 20, -2}) {
          byte[] lying = zip.clone();
          little(lying).putInt(field, lie);
          Object result = valueOrReason(lying);
          assertThat(result.equals(ONE) || result instanceof String).as("%s", result).isTrue();
        }
      }
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Where the directory begins, as the last record says. */
  private static int directory(byte[] zip) {
    return little(zip).getInt(zip.length - 22 + 16);
  }

  private Object valueOrReason(byte[] zip) {
    try {
      return read(zip);
    } catch (NumpyException e) {
      return e.reason();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** 400 MB of zeros are packed into 400 kB; 8 MB of them are not too many. */
  @Test
  void bombsAreNotUnpacked() throws IOException {
    assertThat(read(Bytes.zip("x.npy", NpyFile.bytes(Tensor.of(new double[1 << 20])))).shape())
        .containsExactly(1 << 20);
    byte[] bomb = Bytes.zip("x.npy", new byte[400_000_000]);
    assertThat(bomb).hasSizeLessThan(500_000);
    refuses(bomb, "its array 'x' unpacks to 400000000 bytes, too many for 3");
  }

  /** A tiny file that says of itself what a large one would. */
  @Test
  void promisesTakeNoMemory() {
    byte[] npy = Bytes.npy("<f8", false, "(8000000,)", Bytes.doubles(1, 2));
    byte[] zip = Bytes.zip("x.npy", npy);
    little(zip).putInt(directory(zip) + 24, 1 << 26);
    long allocated = Allocation.of(() -> refuses(zip, "its array 'x' ends before its last entry"));
    assertThat(allocated).isLessThan(2_000_000);
  }
}
