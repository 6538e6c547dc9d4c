package org.metricflows.bridge.internal.curvature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Notation;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;
import org.metricflows.symbolic.internal.typesetting.Item;
import org.metricflows.symbolic.internal.typesetting.Section;

/**
 * Formulas with the names that people call them by, for printing in any format.
 *
 * <pre>{@code
 * FormulaSheet sheet =
 *     new FormulaSheet(
 *         List.of(new FormulaSheet.Group("Ricci tensor", List.of(FormulaSheet.entry("Ric_xx", ricci)))),
 *         List.of());
 * System.out.print(sheet.document("Curvature").print(Format.LATEX));
 * }</pre>
 *
 * @param groups in reading order
 * @param definitions of names that the formulas use
 */
public record FormulaSheet(List<Group> groups, List<Definition> definitions) {

  /** Copies its arguments. */
  public FormulaSheet {
    groups = List.copyOf(groups);
    definitions = List.copyOf(definitions);
  }

  /**
   * A formula.
   *
   * @param name such as {@code Gamma^x_xy}, {@code Ric_{t,ph}} or {@code R}
   * @param value the formula
   * @param unit what it multiplies, mostly empty
   */
  public record Entry(String name, Expr value, String unit) {}

  /**
   * Formulas that belong together.
   *
   * @param title what they are; empty for one that needs none
   * @param entries those that do not vanish
   */
  public record Group(String title, List<Entry> entries) {
    /** Copies its arguments. */
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /** A formula without a unit. */
  public static Entry entry(String name, Expr value) {
    return new Entry(name, value, "");
  }

  /** The formulas as a document: lines under names that every language takes. */
  public FlowDocument document(String title) {
    return new Lines().document(title);
  }

  /** Collects the lines of all groups as one program. */
  private final class Lines {
    private final Set<String> taken = new HashSet<>();
    private final List<Definition> lines = new ArrayList<>();

    FlowDocument document(String title) {
      Derivation program = program();
      List<Section> written = new ArrayList<>();
      int from = definitions.size();
      if (from > 0) {
        Item names = new Item.Prose("Names that the formulas below use, not simplified in time:");
        written.add(
            new Section(
                "Definitions", List.of(names, new Item.Lines(program, 0, from)), List.of()));
      }
      for (Group group : groups) {
        int to = from + group.entries().size();
        written.add(section(group, program, from, to));
        from = to;
      }
      return new FlowDocument(title, written);
    }

    private Derivation program() {
      List<Input> inputs = inputs();
      inputs.forEach(input -> taken.add(input.name().name()));
      definitions.forEach(line -> taken.add(line.name().name()));
      lines.addAll(definitions);
      for (Group group : groups) {
        for (Entry entry : group.entries()) {
          TensorName name = new TensorName(entry.name());
          lines.add(new Definition(free(name.identifier()), name.latex(), entry.value()));
        }
      }
      return new Derivation(inputs, lines, List.of());
    }

    /** What the formulas are in: coordinates and parameters. */
    private List<Input> inputs() {
      Set<Symbol> used = new LinkedHashSet<>();
      groups.forEach(g -> g.entries().forEach(e -> used.addAll(e.value().symbols())));
      definitions.forEach(line -> used.addAll(line.value().symbols()));
      definitions.forEach(line -> used.remove(line.name()));
      return used.stream().map(s -> new Input(s, Notation.latex(s.name()))).toList();
    }

    /** The name, with something behind it where a coordinate or another formula is called so. */
    private Symbol free(String name) {
      String free = name;
      while (!taken.add(free)) {
        free += "Value";
      }
      return new Symbol(free);
    }

    private Section section(Group group, Derivation program, int from, int to) {
      List<Item> items = new ArrayList<>();
      if (from == to) {
        items.add(new Item.Prose("All components vanish."));
      } else {
        items.add(new Item.Lines(program, from, to));
      }
      group.entries().stream()
          .filter(entry -> !entry.unit().isEmpty())
          .map(entry -> "`" + entry.name() + "` is in units of `" + entry.unit().strip() + "`.")
          .forEach(unit -> items.add(new Item.Prose(unit)));
      String title = group.title().isEmpty() ? group.entries().get(0).name() : group.title();
      return new Section(title, items, List.of());
    }
  }
}
