package org.metricflows.symbolic.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The part of exported source that is the same for all models of a language. */
final class Runtime {

  private Runtime() {}

  /**
   * A resource of this package.
   *
   * @param name of its file
   */
  static String of(String name) {
    try (InputStream in = Runtime.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
