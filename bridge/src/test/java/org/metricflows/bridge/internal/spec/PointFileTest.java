package org.metricflows.bridge.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.InputException;

/** Points and weights from files: what NumPy and spreadsheets write, and what is refused. */
class PointFileTest {
  private static final String SPEC =
      """
      chart: {coordinates: [x, y]}
      metric: {background: [["1", "0"], ["0", "1"]]}
      network: {hidden_layers: [4], activation: erf}
      loss: {name: ricci}
      """;
  private static final Table POINTS = Table.of(new double[][] {{1, 2}, {3, 4}, {5, 6.5}});

  @TempDir private Path folder;

  private SampleSpec.Points read(String file) throws IOException {
    Path spec = folder.resolve("spec.yaml");
    Files.writeString(spec, SPEC + "sample: {file: " + file + "}\n");
    return (SampleSpec.Points) SpecSource.of(spec).read(Purpose.CHECK).sample();
  }

  /** An array as NumPy writes it: header padded to 64 bytes, then the entries. */
  private static byte[] npy(String type, boolean fortran, String shape, double... values)
      throws IOException {
    String dictionary =
        "{'descr': '"
            + type
            + "', 'fortran_order': "
            + (fortran ? "True" : "False")
            + ", 'shape': "
            + shape
            + ", }";
    int padding = 63 - (10 + dictionary.length()) % 64;
    byte[] header = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(new byte[] {(byte) header.length, (byte) (header.length >> 8)});
    out.write(header);
    for (double value : values) {
      ByteBuffer entry = ByteBuffer.allocate(8);
      entry.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      switch (type.substring(1)) {
        case "f8" -> entry.putDouble(value);
        case "f4" -> entry.putFloat((float) value);
        case "i8" -> entry.putLong((long) value);
        default -> entry.putInt((int) value);
      }
      out.write(entry.array(), 0, entry.position());
    }
    return out.toByteArray();
  }

  private void npz(String file, Object... namesAndArrays) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      for (int i = 0; i < namesAndArrays.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndArrays[i] + ".npy"));
        zip.write((byte[]) namesAndArrays[i + 1]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"<f8,false", "<f8,true", ">f8,false", "<f4,false", ">f4,true"})
  void readsNumpyArrays(String type, boolean fortran) throws IOException {
    double[] values =
        fortran ? new double[] {1, 3, 5, 2, 4, 6.5} : new double[] {1, 2, 3, 4, 5, 6.5};
    byte[] points = npy(type, fortran, "(3, 2)", values);
    Files.write(folder.resolve("points.npy"), points);
    assertThat(read("points.npy"))
        .isEqualTo(new SampleSpec.Points(POINTS, List.of(1 / 3.0, 1 / 3.0, 1 / 3.0)));
    npz("points.npz", "points", points, "weights", npy("<i4", false, "(3,)", 1, 0, 2));
    assertThat(read("points.npz")).isEqualTo(new SampleSpec.Points(POINTS, List.of(1.0, 0.0, 2.0)));
  }

  @Test
  void readsSpreadsheets() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "x, y, w\n1, 2, 0.5\n# half\n3,4,1e-3\n\n5,6.5,0\n");
    assertThat(read("a.csv")).isEqualTo(new SampleSpec.Points(POINTS, List.of(0.5, 1e-3, 0.0)));
    Files.writeString(folder.resolve("b.csv"), "1,2\n3,4\n5,6.5\n");
    assertThat(read("b.csv").points()).isEqualTo(POINTS);
  }

  @Test
  void resolvedSpecNeedsNoFile() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "1,2,0.1\n3,4,0.2\n");
    Path spec = folder.resolve("spec.yaml");
    Files.writeString(spec, SPEC + "sample: {file: a.csv}\n");
    Spec read = SpecSource.of(spec).read(Purpose.CHECK);
    Files.delete(folder.resolve("a.csv"));
    assertThat(SpecSource.ofText(read.toYaml(), "again.yaml").read(Purpose.CHECK)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x,y\n",
        "1,2,3,4\n",
        "1\n",
        "1,2\n1,2,3\n",
        "1,2,-1\n",
        "1,nan\n",
        "1,2\n3,four\n",
        "1;2\n"
      })
  void brokenSpreadsheetsAreRefused(String text) throws IOException {
    Files.writeString(folder.resolve("a.csv"), text);
    refuses("a.csv");
  }

  @Test
  void brokenArraysAreRefused() throws IOException {
    byte[] good = npy("<f8", false, "(1, 2)", 1, 2);
    Files.write(folder.resolve("shape.npy"), npy("<f8", false, "(2, 1)", 1, 2));
    Files.write(folder.resolve("axes.npy"), npy("<f8", false, "(2,)", 1, 2));
    Files.write(folder.resolve("short.npy"), npy("<f8", false, "(2, 2)", 1, 2, 3));
    Files.write(folder.resolve("huge.npy"), npy("<f8", false, "(2000000000, 2)", 1));
    Files.write(folder.resolve("wraps.npy"), npy("<f8", false, "(4294967297, 2)", 1, 2));
    Files.write(folder.resolve("product.npy"), npy("<f8", false, "(2147483648, 4, 2)", 1, 2));
    Files.write(folder.resolve("digits.npy"), npy("<f99999999999", false, "(1, 2)", 1, 2));
    Files.write(folder.resolve("behind.npy"), npy("<f8", false, "(1, 2)", 1, 2, 3));
    Files.write(folder.resolve("negative.npy"), npy("<f8", false, "(-1, 2)", 1));
    Files.write(folder.resolve("type.npy"), npy("<i8", false, "(1, 2)".replace("2", "x"), 1));
    Files.write(folder.resolve("object.npy"), npy("|O8", false, "(1, 2)", 1, 2));
    Files.write(folder.resolve("nan.npy"), npy("<f8", false, "(1, 2)", 1, Double.NaN));
    Files.write(folder.resolve("noise.npy"), new byte[] {1, 2, 3});
    Files.write(folder.resolve("noise.npz"), new byte[] {1, 2, 3});
    npz("names.npz", "X", good);
    npz("weights.npz", "points", good, "weights", npy("<f8", false, "(2,)", 1, 2));
    npz("minus.npz", "points", good, "weights", npy("<f8", false, "(1,)", -1));
    Files.write(folder.resolve("points.txt"), good);
    Files.write(folder.resolve("letters.csv"), new byte[] {(byte) 0xff, ',', '1'});
    for (String file :
        List.of(
            "shape.npy",
            "axes.npy",
            "short.npy",
            "huge.npy",
            "wraps.npy",
            "product.npy",
            "digits.npy",
            "behind.npy",
            "negative.npy",
            "type.npy",
            "object.npy",
            "nan.npy",
            "noise.npy",
            "noise.npz",
            "names.npz",
            "weights.npz",
            "minus.npz",
            "points.txt",
            "letters.csv",
            "missing.npz")) {
      refuses(file);
    }
  }

  /** Bytes exchanged anywhere give other points or a message, and never anything else. */
  @Test
  void changedFilesAreReadOrRefused() throws IOException {
    Random random = new Random(7);
    byte[] points = npy("<f8", false, "(3, 2)", 1, 2, 3, 4, 5, 6.5);
    npz("points.npz", "points", points, "weights", npy("<i4", false, "(3,)", 1, 0, 2));
    byte[] zip = Files.readAllBytes(folder.resolve("points.npz"));
    int refused = 0;
    for (int n = 0; n < 1000; n++) {
      String file = n % 2 == 0 ? "changed.npy" : "changed.npz";
      byte[] bytes = (n % 2 == 0 ? points : zip).clone();
      for (int k = random.nextInt(3); k >= 0; k--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(folder.resolve(file), bytes);
      try {
        read(file);
      } catch (InputException e) {
        assertThat(e.getMessage()).contains("sample.file: " + file).doesNotContain("\n");
        refused++;
      }
    }
    assertThat(refused).isBetween(300, 900);
  }

  private void refuses(String file) {
    assertThatThrownBy(() -> read(file))
        .as(file)
        .isInstanceOf(InputException.class)
        .message()
        .contains(":5: sample.file: ")
        .contains(file)
        .doesNotContain("\n");
  }
}
