package org.metricflows.bridge.internal.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One array: the bytes that are written, all that NumPy writes is read, and what is refused. */
class NpyFileTest {

  @TempDir private Path folder;

  private Tensor read(byte[] bytes) throws IOException {
    return NpyFile.read(Files.write(folder.resolve("a.npy"), bytes));
  }

  private void refuses(byte[] bytes, String reason) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            NumpyException.class, e -> assertThat(e.reason()).startsWith(reason))
        .hasMessageStartingWith(folder.resolve("a.npy") + ": " + reason);
  }

  /** Files of runs are compared byte by byte, so this must never change. */
  @Test
  void writesTheSameBytesForEver() {
    String header = "{'descr': '<c16', 'fortran_order': False, 'shape': (1, 2,), }";
    byte[] bytes = NpyFile.bytes(new Tensor(List.of(1, 2), new double[] {1, -0.0, 0.1, 5}, true));
    assertThat(bytes).hasSize(128 + 32).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .isEqualTo(header + " ".repeat(117 - header.length()) + "\n");
    assertThat(bytes).endsWith(Bytes.doubles(1, -0.0, 0.1, 5));
    assertThat(new String(NpyFile.bytes(Tensor.of()), StandardCharsets.ISO_8859_1))
        .contains("{'descr': '<f8', 'fortran_order': False, 'shape': (0,), }  ");
  }

  @Test
  void readsWhatIsWritten() throws IOException {
    double[] values = {1, 2, Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE};
    for (Tensor tensor :
        List.of(
            Tensor.of(values),
            Tensor.of(),
            new Tensor(List.of(), new double[] {3}),
            new Tensor(List.of(3, 0, 2), new double[0]),
            new Tensor(List.of(1, 3, 2), values),
            new Tensor(List.of(3), values, true),
            new Tensor(List.of(40000), new double[40000]))) {
      assertThat(read(NpyFile.bytes(tensor))).isEqualTo(tensor);
    }
  }

  static Stream<Arguments> types() {
    BiConsumer<ByteBuffer, Double> putByte = (bytes, x) -> bytes.put(x.byteValue());
    BiConsumer<ByteBuffer, Double> putShort = (bytes, x) -> bytes.putShort((short) x.intValue());
    BiConsumer<ByteBuffer, Double> putInt = (bytes, x) -> bytes.putInt((int) x.longValue());
    BiConsumer<ByteBuffer, Double> putLong = (bytes, x) -> bytes.putLong(x.longValue());
    BiConsumer<ByteBuffer, Double> putFloat = (bytes, x) -> bytes.putFloat(x.floatValue());
    return Stream.of(
        Arguments.of("i1", putByte, new double[] {-128, 127}),
        Arguments.of("u1", putByte, new double[] {0, 255}),
        Arguments.of("i2", putShort, new double[] {-32768, 32767}),
        Arguments.of("u2", putShort, new double[] {1, 65535}),
        Arguments.of("i4", putInt, new double[] {-2147483648.0, 2147483647}),
        Arguments.of("u4", putInt, new double[] {7, 4294967295.0}),
        Arguments.of("i8", putLong, new double[] {-9223372036854775808.0, 1L << 53}),
        Arguments.of("f4", putFloat, new double[] {0.5, -3.4028234663852886e38}),
        Arguments.of(
            "f8",
            (BiConsumer<ByteBuffer, Double>) ByteBuffer::putDouble,
            new double[] {0.1, -1e308}));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeIsReadInEitherByteOrder(
      String type, BiConsumer<ByteBuffer, Double> put, double[] values) throws IOException {
    for (String order : List.of("<", ">")) {
      byte[] numbers =
          Bytes.numbers(
              order.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, put, values);
      assertThat(read(Bytes.npy(order + type, false, "(2,)", numbers)))
          .isEqualTo(Tensor.of(values));
    }
  }

  /** As Java's BigInteger and NumPy round them. */
  @Test
  void largeUnsignedNumbersAreRounded() throws IOException {
    long[] bits = {-1, Long.MIN_VALUE, Long.MIN_VALUE + 1025, Long.MIN_VALUE + 1024, 5};
    ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    double[] expected = new double[5];
    for (int i = 0; i < 5; i++) {
      bytes.putLong(bits[i]);
      expected[i] = new java.math.BigInteger(Long.toUnsignedString(bits[i])).doubleValue();
    }
    assertThat(read(Bytes.npy("<u8", false, "(5,)", bytes.array()))).isEqualTo(Tensor.of(expected));
  }

  @Test
  void complexNumbersAreRealAndImaginaryParts() throws IOException {
    byte[] singles =
        Bytes.numbers(ByteOrder.BIG_ENDIAN, (b, x) -> b.putFloat(x.floatValue()), 1, 2, 3, 4);
    Tensor tensor = read(Bytes.npy(">c8", false, "(2,)", singles));
    assertThat(tensor).isEqualTo(new Tensor(List.of(2), new double[] {1, 2, 3, 4}, true));
    assertThat(tensor.real()).isEqualTo(new Tensor(List.of(2, 2), new double[] {1, 2, 3, 4}));
  }

  /** The entry at i, j, k is 100 i + 10 j + k. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fortranOrderIsTurned(boolean complex) throws IOException {
    int parts = complex ? 2 : 1;
    double[] fortran = new double[24 * parts];
    double[] expected = new double[24 * parts];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 4; k++) {
          for (int p = 0; p < parts; p++) {
            double value = (100 * i + 10 * j + k) * (p == 0 ? 1 : -1);
            fortran[parts * (i + 2 * (j + 3 * k)) + p] = value;
            expected[parts * ((3 * i + j) * 4 + k) + p] = value;
          }
        }
      }
    }
    String type = complex ? "<c16" : "<f8";
    assertThat(read(Bytes.npy(type, true, "(2, 3, 4)", Bytes.doubles(fortran))))
        .isEqualTo(new Tensor(List.of(2, 3, 4), expected, complex));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyVersionIsRead(int version) throws IOException {
    String header = Bytes.header("<f8", false, "(2,)");
    assertThat(read(Bytes.npy(version, header, Bytes.doubles(1, 2)))).isEqualTo(Tensor.of(1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"shape\":(2),\"descr\":\"f8\",\"fortran_order\":False}",
        "  { 'fortran_order' :True , 'shape' :(2,) ,'descr' : '=f8' , }   ",
        "{'descr': '|f8', 'fortran_order': False, 'shape': ( 2 , ), }"
      })
  void headersMayBeWrittenOtherwise(String header) throws IOException {
    assertThat(read(Bytes.npy(1, header, Bytes.doubles(1, 2)))).isEqualTo(Tensor.of(1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<f8 ~ (4294967296, 4294967296) ~ has the length 4294967296 along an axis: at most",
        "<f8 ~ (65536, 65536, 65536, 65536) ~ has the shape [65536, 65536, 65536, 65536]: at most",
        "<f8 ~ (2147483647, 2147483647, 2147483647) ~ has the shape [2147483647, ",
        "<f8 ~ (67108865,) ~ has the shape [67108865]: at most 67108864 numbers are allowed",
        "<c16 ~ (33554433,) ~ has the shape [33554433]: at most 67108864 numbers are allowed",
        "<f8 ~ (67108864,) ~ ends before its last entry: they need 536870912 bytes",
        "<f8 ~ (99999999999999999999999999999,) ~ has the length 999999999999999999999999… along",
        "<f8 ~ (-1, -2) ~ has a damaged npy header: 'shape' has the negative length -1",
        "<f8 ~ (-99999999999, 2) ~ has a damaged npy header: 'shape' has the negative length",
        "<f8 ~ (1.5,) ~ has a damaged npy header: 'shape' is (1.5,)",
        "<f8 ~ (1,,2) ~ has a damaged npy header: 'shape' is (1,,2)",
        "<f8 ~ (,) ~ has a damaged npy header: 'shape' is (,)",
        "<f8 ~ (1 1,) ~ has a damaged npy header: 'shape' is (1 1,)",
        "<f8 ~ 2 ~ has a damaged npy header: it is not a dictionary",
        "<f8 ~ True ~ has a damaged npy header: 'shape' is True",
        "<f8 ~ [2] ~ has a damaged npy header: it is not a dictionary",
        "<f8 ~ ((2,),) ~ has a damaged npy header: it is not a dictionary",
        "<f99999999999 ~ (2,) ~ holds numbers of type 'f99999999999'; allowed are f8, f4, i1, i2,",
        "<f0 ~ (2,) ~ holds numbers of type 'f0'; allowed are",
        "<f ~ (2,) ~ holds numbers of type 'f'; allowed are",
        "<f2 ~ (2,) ~ holds numbers of type 'f2'; allowed are",
        "<f16 ~ (2,) ~ holds numbers of type 'f16'; allowed are",
        "<c32 ~ (2,) ~ holds numbers of type 'c32'; allowed are",
        "|b1 ~ (2,) ~ holds numbers of type 'b1'; allowed are",
        "|O ~ (2,) ~ holds numbers of type 'O'; allowed are",
        "<U3 ~ (2,) ~ holds numbers of type 'U3'; allowed are",
        "<M8[ns] ~ (2,) ~ has a damaged npy header: 'descr' is '<M8[ns]'",
        "!f8 ~ (2,) ~ has a damaged npy header: 'descr' is '!f8'",
        "'' ~ (2,) ~ has a damaged npy header: 'descr' is ''",
        "Å8 ~ (2,) ~ has a damaged npy header: 'descr' is '?8'",
      })
  void wrongHeadersAreRefused(String descr, String shape, String reason) {
    refuses(Bytes.npy(descr, false, shape, Bytes.doubles(1, 2)), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'descr': [('x', '<f8'), ('y', '<f8')], 'fortran_order': False, 'shape': (1,)}"
            + " | holds records, not plain numbers",
        "{'descr': '<f8', 'fortran_order': '<f8', 'shape': (2,)}"
            + " | has a damaged npy header: 'fortran_order' is '<f8'",
        "{'descr': '<f8', 'fortran_order': False} | has a damaged npy header: it is not a dict",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), 'more': True}"
            + " | has a damaged npy header: it is not a dictionary",
        "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (2,)}"
            + " | has a damaged npy header: it is not a dictionary",
        "{'descr': True, 'fortran_order': False, 'shape': (2,)} | has a damaged npy header",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2,)} x | has a damaged npy header",
        "{'descr': '<f8' 'fortran_order': False, 'shape': (2,)} | has a damaged npy header",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2, | has a damaged npy header",
        "{ | has a damaged npy header",
        "`` | has a damaged npy header"
      })
  void wrongDictionariesAreRefused(String header, String reason) {
    refuses(Bytes.npy(1, header, Bytes.doubles(1, 2)), reason);
  }

  @Test
  void longHeadersDoNotFillTheStack() {
    String axes = "1, ".repeat(20000);
    refuses(Bytes.npy("<f8", false, "(" + axes + ")", new byte[8]), "has more than 64 axes");
    refuses(Bytes.npy("<f8", false, "(" + "9".repeat(60000) + ",)", new byte[8]), "has the length");
    refuses(Bytes.npy("<f" + "9".repeat(60000), false, "(1,)", new byte[8]), "holds numbers of");
    refuses(Bytes.npy(1, "{" + "'a': True, ".repeat(5000) + "}", new byte[8]), "has a damaged");
    refuses(Bytes.npy(1, "{'a': " + "(".repeat(60000), new byte[8]), "has a damaged npy header");
    refuses(Bytes.npy(1, "{'a': '" + " ".repeat(60000), new byte[8]), "has a damaged npy header");
  }

  /** A file may end anywhere; only the whole is an array. */
  @Test
  void everyBeginningIsRefused() {
    byte[] whole = Bytes.npy("<f8", false, "(2,)", Bytes.doubles(1, 2));
    for (int length = 0; length < whole.length; length++) {
      refuses(
          java.util.Arrays.copyOf(whole, length),
          length < 8
              ? "is not an npy array"
              : length < whole.length - 16
                  ? "ends before its npy header does"
                  : "ends before its last entry");
    }
    refuses(java.util.Arrays.copyOf(whole, whole.length + 1), "goes on behind its last entry");
  }

  @Test
  void lengthsOfHeadersAreNotBelieved() {
    byte[] long1 = Bytes.npy(1, "{}", new byte[0]);
    long1[8] = (byte) 0xff;
    long1[9] = (byte) 0xff;
    refuses(long1, "ends before its npy header does");
    byte[] long2 = Bytes.npy(2, "{}", new byte[0]);
    for (int i = 8; i < 12; i++) {
      long2[i] = (byte) 0xff;
    }
    refuses(long2, "has a damaged npy header: its length is 4294967295, above 65535");
    long2[6] = 4;
    refuses(long2, "is of version 4 of npy, not 1, 2 or 3");
    long2[6] = (byte) 200;
    refuses(long2, "is of version 200 of npy, not 1, 2 or 3");
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertThatThrownBy(() -> NpyFile.read(folder.resolve("none.npy")))
        .isInstanceOf(NumpyException.class)
        .hasMessage(folder.resolve("none.npy") + ": cannot be read (NoSuchFileException)");
    assertThatThrownBy(() -> NpyFile.read(folder)).isInstanceOf(NumpyException.class);
  }

  @Test
  void tensorsHaveAsManyValuesAsTheirShapeSays() {
    assertThatThrownBy(() -> new Tensor(List.of(-1, -2), new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 values for the shape [-1, -2]");
    assertThatThrownBy(() -> new Tensor(List.of(1 << 16, 1 << 16, 1 << 16, 1 << 16), new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tensor(List.of(2), new double[2], true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
