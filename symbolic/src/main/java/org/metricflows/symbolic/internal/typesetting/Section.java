package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;

/** A titled part of a document. */
public record Section(String title, List<Item> items) {

  public Section {
    items = List.copyOf(items);
  }

  /** Collects items in reading order. */
  static final class Builder {
    private final String title;
    private final List<Item> items = new ArrayList<>();

    Builder(String title) {
      this.title = title;
    }

    Builder say(String text) {
      items.add(new Item.Prose(text));
      return this;
    }

    Builder formula(String latex, String text) {
      items.add(new Item.Formula(latex, text));
      return this;
    }

    Builder lines(Derivation program) {
      return lines(program, 0, program.lines().size());
    }

    Builder lines(Derivation program, int from, int to) {
      if (from < to) {
        items.add(new Item.Lines(program, from, to));
      }
      return this;
    }

    Section build() {
      return new Section(title, items);
    }
  }
}
