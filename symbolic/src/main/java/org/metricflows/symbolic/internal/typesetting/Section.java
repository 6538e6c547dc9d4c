package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;

/**
 * A titled part of a document.
 *
 * @param items what it says
 * @param program its lines as they are compiled, for an appendix
 */
public record Section(String title, List<Item> items, List<Item> program) {

  public Section {
    items = List.copyOf(items);
    program = List.copyOf(program);
  }

  /** Without its program. */
  Section brief() {
    return new Section(title, items, List.of());
  }

  /** Collects items in reading order. */
  static final class Builder {
    private final String title;
    private final List<Item> items = new ArrayList<>();
    private final List<Item> program = new ArrayList<>();

    Builder(String title) {
      this.title = title;
    }

    /** A sentence; see {@link Prose} for formulas in it. */
    Builder say(String text) {
      items.add(new Item.Prose(text));
      return this;
    }

    Builder formula(String latex, String text) {
      items.add(new Item.Formula(latex, text));
      return this;
    }

    Builder lines(Derivation lines) {
      if (!lines.lines().isEmpty()) {
        items.add(Item.Lines.of(lines));
      }
      return this;
    }

    /** Lines for the appendix, with a sentence before them. */
    Builder program(String text, Derivation lines) {
      return program(text, lines, 0, lines.lines().size());
    }

    /** Lines for the appendix, from one to before another. */
    Builder program(String text, Derivation lines, int from, int to) {
      if (from < to) {
        program.add(new Item.Prose(text));
        program.add(new Item.Lines(lines, from, to));
      }
      return this;
    }

    Section build() {
      return new Section(title, items, program);
    }
  }
}
