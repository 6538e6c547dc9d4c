package org.metricflows.bridge.internal.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Writes files whole or not at all: under a temporary name in the same folder, then renamed.
 *
 * <p>A process killed at any moment leaves the old file or the new one, and perhaps a temporary
 * one, which {@link #sweep} removes.
 */
public final class WholeFile {

  private static final String PREFIX = ".partial-";

  private WholeFile() {}

  public static void write(Path file, byte[] content) {
    Path partial = file.resolveSibling(PREFIX + file.getFileName());
    try {
      Files.write(partial, content);
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new RunFolderException(file, "cannot be written (" + cause(e) + ")", e);
    }
  }

  /** Removes what killed processes have left half-written. */
  static void sweep(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.getFileName().toString().startsWith(PREFIX)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new RunFolderException(folder, "cannot be tidied (" + cause(e) + ")", e);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new RunFolderException(file, "cannot be read (" + cause(e) + ")", e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new RunFolderException(file, "cannot be removed (" + cause(e) + ")", e);
    }
  }

  /** What went wrong in a few words, without the path that exceptions repeat. */
  static String cause(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
