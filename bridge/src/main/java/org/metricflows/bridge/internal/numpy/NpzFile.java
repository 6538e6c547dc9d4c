package org.metricflows.bridge.internal.numpy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A file {@code .npz}: arrays by name. */
public final class NpzFile implements AutoCloseable {

  private static final String SUFFIX = ".npy";

  /** The earliest date that a zip file can bear, on the clocks of its place. */
  private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** The same in seconds since 1970 of universal time, as the entry's extra field UT. */
  private static final byte[] NO_TIME = {'U', 'T', 5, 0, 1, 0, (byte) 0xa6, (byte) 0xce, 0x12};

  /** An array of so many bytes is unpacked in any case; a larger one must be worth it. */
  private static final long SMALL = 1 << 26;

  /** How many times its packed size such a larger array may have. */
  private static final long EXPANSION = 100;

  private final Path path;
  private final long size;
  private final ZipFile zip;

  private NpzFile(Path path, long size, ZipFile zip) {
    this.path = path;
    this.size = size;
    this.zip = zip;
  }

  /**
   * Opens a file.
   *
   * @throws NumpyException if it cannot be read, or is no zip file
   */
  public static NpzFile open(Path path) throws NumpyException {
    try {
      return new NpzFile(path, Files.size(path), new ZipFile(path.toFile()));
    } catch (IOException e) {
      throw NumpyException.of(path, "", e);
    }
  }

  /**
   * Whether there is an array of this name.
   *
   * @throws NumpyException if its entry is damaged
   */
  public boolean has(String name) throws NumpyException {
    return entry(name) != null;
  }

  /**
   * Reads the array of this name.
   *
   * @throws NumpyException if there is none, or it is not an array of numbers
   */
  public Tensor array(String name) throws NumpyException {
    ZipEntry entry = entry(name);
    if (entry == null) {
      throw new NumpyException(path, "it has no array '" + name + "'");
    }
    CRC32 checksum = new CRC32();
    try (InputStream in =
        new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), checksum)) {
      Tensor tensor = NpyFile.read(in, room(entry));
      if (checksum.getValue() != entry.getCrc()) {
        throw new IOException("is damaged: its checksum is another");
      }
      return tensor;
    } catch (IOException e) {
      throw NumpyException.of(path, "its array '" + name + "' ", e);
    }
  }

  /** NumPy appends a suffix to names and takes an array without it as well. */
  private ZipEntry entry(String name) throws NumpyException {
    try {
      ZipEntry entry = zip.getEntry(name + SUFFIX);
      return entry == null ? zip.getEntry(name) : entry;
    } catch (IllegalArgumentException e) { // texts of the entry that are not UTF-8
      throw new NumpyException(path, "its array '" + name + "' has a damaged zip entry", e);
    }
  }

  /** What an array may unpack to: a file of a few bytes must not fill the memory. */
  private long room(ZipEntry entry) throws IOException {
    long packed = Math.min(entry.getCompressedSize(), size);
    long room = Math.max(SMALL, EXPANSION * packed);
    if (entry.getSize() > room) {
      throw new IOException(
          "unpacks to "
              + entry.getSize()
              + " bytes, too many for "
              + packed
              + " bytes in the file");
    }
    return entry.getSize();
  }

  /**
   * The file of arrays by name. Entries are stored as they are and bear no date: the same arrays
   * give the same bytes, anywhere and at any time.
   */
  public static byte[] bytes(Map<String, Tensor> tensors) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
        byte[] content = NpyFile.bytes(tensor.getValue());
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(tensor.getKey() + SUFFIX);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(NO_DATE);
        entry.setExtra(NO_TIME); // else it is local time that is written there
        zip.putNextEntry(entry);
        zip.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() throws NumpyException {
    try {
      zip.close();
    } catch (IOException e) {
      throw NumpyException.of(path, "", e);
    }
  }
}
