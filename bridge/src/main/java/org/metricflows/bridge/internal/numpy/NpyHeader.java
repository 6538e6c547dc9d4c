package org.metricflows.bridge.internal.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an npy file says of its numbers before they come.
 *
 * @param type of each
 * @param order of the bytes of a number
 * @param fortran whether the first index runs fastest, not the last
 * @param shape the length along each index
 */
record NpyHeader(NumberType type, ByteOrder order, boolean fortran, List<Integer> shape) {

  /** How many numbers an array may have, real and imaginary parts counted apart. */
  static final int MAX_NUMBERS = 1 << 26;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int MAX_LENGTH = (1 << 16) - 1;
  private static final int MAX_AXES = 64;
  private static final int SHOWN = 24;
  private static final String ALLOWED = "at most " + MAX_NUMBERS + " numbers are allowed";

  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
  private static final Pattern OPENING = Pattern.compile("\\s*\\{");
  private static final Pattern KEY = Pattern.compile("\\s*['\"](\\w+)['\"]\\s*:\\s*");
  private static final Pattern VALUE =
      Pattern.compile("('[^']*'|\"[^\"]*\"|True|False|\\([^()]*\\))\\s*(,|(?=}))");
  private static final Pattern CLOSING = Pattern.compile("\\s*}\\s*");
  private static final Pattern TYPE = Pattern.compile("([<>|=]?)([A-Za-z][0-9]*)");
  private static final Pattern LENGTHS = Pattern.compile("\\([\\s0-9,-]*\\)");
  private static final Pattern LENGTH = Pattern.compile("-?[0-9]+");

  /**
   * Reads a header.
   *
   * @throws IOException if the bytes are none, or one of an array that is not read
   */
  static NpyHeader read(InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("is not an npy array");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3) {
      throw new IOException(
          "is of version " + Byte.toUnsignedInt(start[MAGIC.length]) + " of npy, not 1, 2 or 3");
    }
    byte[] size = whole(in, version == 1 ? Short.BYTES : Integer.BYTES);
    long length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = length << Byte.SIZE | Byte.toUnsignedInt(size[i]);
    }
    if (length > MAX_LENGTH) {
      throw damaged("its length is " + length + ", above " + MAX_LENGTH);
    }
    return parse(new String(whole(in, (int) length), StandardCharsets.ISO_8859_1));
  }

  private static byte[] whole(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("ends before its npy header does");
    }
    return bytes;
  }

  private static NpyHeader parse(String text) throws IOException {
    Map<String, String> entries = entries(text);
    Matcher descr = TYPE.matcher(unquoted(entries.get("descr")));
    if (!descr.matches()) {
      throw damaged("'descr' is " + shown(entries.get("descr")));
    }
    NumberType type = NumberType.of(descr.group(2));
    boolean fortran =
        switch (entries.get("fortran_order")) {
          case "True" -> true;
          case "False" -> false;
          default -> throw damaged("'fortran_order' is " + shown(entries.get("fortran_order")));
        };
    ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    NpyHeader header = new NpyHeader(type, order, fortran, shape(entries.get("shape")));
    header.numbers();
    return header;
  }

  /** The dictionary's values, as they are written. */
  private static Map<String, String> entries(String text) throws IOException {
    Map<String, String> entries = new HashMap<>();
    Matcher at = OPENING.matcher(text);
    boolean found = at.lookingAt();
    while (found) {
      at.region(at.end(), text.length());
      if (at.usePattern(CLOSING).matches()) {
        break;
      }
      found = at.usePattern(KEY).lookingAt();
      if (found) {
        String key = at.group(1);
        at.region(at.end(), text.length());
        if (key.equals("descr") && text.startsWith("[", at.regionStart())) {
          throw new IOException("holds records, not plain numbers");
        }
        found = at.usePattern(VALUE).lookingAt() && entries.put(key, at.group(1)) == null;
      }
    }
    if (!found || !entries.keySet().equals(KEYS)) {
      throw damaged("it is not a dictionary of 'descr', 'fortran_order' and 'shape'");
    }
    return entries;
  }

  private static String unquoted(String text) {
    return text.length() < 2 ? text : text.substring(1, text.length() - 1);
  }

  private static List<Integer> shape(String text) throws IOException {
    if (!LENGTHS.matcher(text).matches()) {
      throw damaged("'shape' is " + shown(text));
    }
    String lengths = unquoted(text).strip();
    List<Integer> shape = new ArrayList<>();
    if (lengths.isEmpty()) {
      return shape;
    }
    for (String length : lengths.replaceFirst(",$", "").split(",", -1)) {
      shape.add(length(length.strip(), text));
      if (shape.size() > MAX_AXES) {
        throw new IOException("has more than " + MAX_AXES + " axes");
      }
    }
    return List.copyOf(shape);
  }

  private static int length(String length, String shape) throws IOException {
    if (!LENGTH.matcher(length).matches()) {
      throw damaged("'shape' is " + shown(shape));
    }
    BigInteger number = new BigInteger(length);
    if (number.signum() < 0) {
      throw damaged("'shape' has the negative length " + shown(length));
    }
    if (number.bitLength() >= Integer.SIZE) {
      throw new IOException("has the length " + shown(length) + " along an axis: " + ALLOWED);
    }
    return number.intValueExact();
  }

  /**
   * How many numbers follow, real and imaginary parts counted apart.
   *
   * @throws IOException if they are more than are allowed
   */
  int numbers() throws IOException {
    if (shape.contains(0)) {
      return 0;
    }
    long count = type.complex() ? 2 : 1;
    for (int length : shape) {
      count *= length; // at most 2^26 · 2^31
      if (count > MAX_NUMBERS) {
        throw new IOException("has the shape " + shape + ": " + ALLOWED);
      }
    }
    return (int) count;
  }

  /** As it stands in a file of version 1, padded so that the numbers are aligned. */
  byte[] bytes() {
    String lengths = shape.stream().map(n -> n + ",").collect(Collectors.joining(" ", "(", ")"));
    String text =
        "{'descr': '"
            + (order == ByteOrder.BIG_ENDIAN ? ">" : "<")
            + type
            + "', 'fortran_order': "
            + (fortran ? "True" : "False")
            + ", 'shape': "
            + lengths
            + ", }";
    int unpadded = MAGIC.length + 2 + Short.BYTES + text.length() + 1;
    text += " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
    return ByteBuffer.allocate(MAGIC.length + 2 + Short.BYTES + text.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put(new byte[] {1, 0})
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static IOException damaged(String why) {
    return new IOException("has a damaged npy header: " + why);
  }

  /** A piece of a file for a message: not too long, and of plain characters. */
  private static String shown(String text) {
    String plain = text.replaceAll("[^ -~]", "?");
    return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
  }
}
