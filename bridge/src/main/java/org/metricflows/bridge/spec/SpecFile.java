package org.metricflows.bridge.spec;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that a spec names, found from the spec's own folder. */
final class SpecFile {
  private SpecFile() {}

  /**
   * The file a value names.
   *
   * @throws SpecException if there is none
   */
  static Path path(Path base, Value value) {
    try {
      Path file = base.resolve(value.text());
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw value.mustBe("the path of a file");
    }
    throw value.error("no such file: " + value.text());
  }

  static Node tree(Path base, Value value) {
    return SpecSource.tree(path(base, value));
  }
}
