package org.metricflows.symbolic.internal.typesetting;

import java.util.List;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;

/** A piece of a section. */
public sealed interface Item {

  /** A sentence, with formulas between dollar signs and names of programs between backquotes. */
  record Prose(String text) implements Item {}

  /**
   * A formula with sums or functions that derivations do not have.
   *
   * @param latex in mathematical mode
   * @param text the same in plain characters
   */
  record Formula(String latex, String text) implements Item {}

  /**
   * Lines of a derivation, from one to before another.
   *
   * @param program the derivation
   * @param from index of the first line
   * @param to index after the last line
   */
  record Lines(Derivation program, int from, int to) implements Item {

    /** All lines. */
    public static Lines of(Derivation program) {
      return new Lines(program, 0, program.lines().size());
    }

    /** The lines themselves. */
    public List<Definition> definitions() {
      return program.lines().subList(from, to);
    }
  }
}
