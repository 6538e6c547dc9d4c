package org.metricflows.bridge.internal.spec;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.metricflows.bridge.internal.numpy.NumpyException;
import org.metricflows.symbolic.InputException;

/** Files that a spec names, found from the spec's own folder, else from the working one. */
final class SpecFile {
  private SpecFile() {}

  /**
   * The file a value names.
   *
   * @throws InputException if there is none
   */
  static Path path(Path base, Value value) {
    try {
      Path file = found(base, value);
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw value.mustBe("the path of a file");
    }
    throw value.error("no such file: " + value.text());
  }

  /** Where a value points, whether there is something or not. */
  static Path found(Path base, Value value) {
    Path own = base.resolve(value.text());
    Path working = Path.of(value.text()).toAbsolutePath();
    return Files.exists(own) || !Files.exists(working) ? own : working;
  }

  static Node tree(Path base, Value value) {
    return SpecSource.tree(path(base, value));
  }

  /** Says of the file that a value names why it cannot be used. */
  static InputException unusable(Value value, IOException e) {
    return value.error(value.text() + " cannot be used: " + reason(e).replaceAll("\\s+", " "));
  }

  static String reason(IOException e) {
    if (e instanceof NumpyException n) {
      return n.reason();
    }
    if (e instanceof CharacterCodingException) {
      return "it is not text in UTF-8";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
