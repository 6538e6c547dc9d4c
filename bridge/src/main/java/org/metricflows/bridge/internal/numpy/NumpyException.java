package org.metricflows.bridge.internal.numpy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** A file that cannot be read as NumPy's: one sentence that names the file and what is wrong. */
public final class NumpyException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  NumpyException(Path file, String reason) {
    this(file, reason, null);
  }

  NumpyException(Path file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
    this.reason = reason;
  }

  /** Of the whole file or, after the words that name it, of a part. */
  static NumpyException of(Path file, String part, IOException cause) {
    return new NumpyException(file, part + reason(cause), cause);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    if (e instanceof ZipException || e instanceof EOFException) {
      return "cannot be unpacked" + (message == null ? "" : " (" + message + ")");
    }
    if (e instanceof FileSystemException || message == null) {
      return "cannot be read (" + e.getClass().getSimpleName() + ")";
    }
    return message;
  }

  /** What is wrong, for messages that have named the file already. */
  public String reason() {
    return reason;
  }
}
