package org.metricflows.symbolic.internal.typesetting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Definitions for Symja or Mathematica or a SymPy script: each line of each derivation, the rest as
 * comments.
 */
final class CodeWriter {
  private final boolean python;
  private final Set<String> reserved;
  private final StringBuilder code = new StringBuilder();
  private final Set<Symbol> known = new HashSet<>();

  CodeWriter(Format format) {
    this.python = format == Format.SYMPY;
    this.reserved =
        switch (format) {
          case SYMPY -> ReservedNames.PYTHON;
          case MATHEMATICA -> ReservedNames.MATHEMATICA;
          default -> Set.of();
        };
  }

  String write(FlowDocument document) {
    comment(document.title());
    if (python) {
      code.append("from sympy import *\n");
    }
    for (Section section : document.sections()) {
      code.append('\n');
      comment(section.title());
      section.items().forEach(this::item);
    }
    for (Section section : document.programs()) {
      code.append('\n');
      comment(section.title() + ", line by line");
      section.program().forEach(this::item);
    }
    return code.toString();
  }

  private void item(Item item) {
    if (item instanceof Item.Prose prose) {
      comment(new Prose(prose.text()).plain());
    } else if (item instanceof Item.Formula formula) {
      comment("  " + formula.text());
    } else if (item instanceof Item.Lines lines) {
      program(lines);
    }
  }

  private void comment(String text) {
    if (python) {
      code.append("# ").append(text).append('\n');
    } else {
      // a star before a bracket would end the comment
      code.append("(* ").append(text.replace("*)", "* )")).append(" *)\n");
    }
  }

  private void program(Item.Lines lines) {
    Dialect dialect = python ? Dialect.SYMPY : Dialect.SYMJA;
    Function<Symbol, String> names = this::name;
    if (python) {
      List<String> fresh =
          lines.program().inputs().stream().map(Input::name).filter(known::add).map(names).toList();
      for (String name : fresh) {
        code.append(name).append(" = symbols('").append(name).append("', real=True)\n");
      }
    }
    for (Definition line : lines.definitions()) {
      known.add(line.name());
      String value = dialect.print(line.value(), names);
      code.append(names.apply(line.name())).append(python ? " = " : " := ").append(value);
      code.append('\n');
    }
  }

  private String name(Symbol symbol) {
    String name = symbol.name();
    return reserved.contains(name) ? name + (python ? "_" : "$") : name;
  }
}
