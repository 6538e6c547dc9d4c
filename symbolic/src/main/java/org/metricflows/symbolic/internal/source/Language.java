package org.metricflows.symbolic.internal.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.metricflows.symbolic.InputException;

/** What source is written in. */
public enum Language {
  /** Python with JAX, in double precision. */
  JAX("py"),
  /** Python with NumPy. */
  NUMPY("py"),
  /** C99 with its mathematics library. */
  C("c"),
  /** A class of Java. */
  JAVA("java"),
  /** The Wolfram language. */
  MATHEMATICA("wl");

  private final String extension;

  Language(String extension) {
    this.extension = extension;
  }

  /** What its files end in. */
  public String extension() {
    return extension;
  }

  /**
   * The language of a lower-case name.
   *
   * @param field what gave the name, for messages
   * @throws InputException if there is none
   */
  public static Language of(String field, String name) {
    return Arrays.stream(values())
        .filter(l -> l.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> InputException.of(field, "'" + name + "' is unknown; allowed are " + names()));
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(l -> l.name().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * A model as source.
   *
   * @param name of the class, where the language has classes
   */
  public String write(SourceModel model, String name) {
    return switch (this) {
      case JAX, NUMPY -> new PythonWriter(model, this == JAX).write();
      case C -> new CWriter(model).write();
      case JAVA -> new JavaWriter(model, name).write();
      case MATHEMATICA -> new MathematicaWriter(model).write();
    };
  }
}
