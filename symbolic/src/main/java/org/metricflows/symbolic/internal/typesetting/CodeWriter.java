package org.metricflows.symbolic.internal.typesetting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Symbol;

/** Symja definitions or a SymPy script: each line of each derivation, the rest as comments. */
final class CodeWriter {
  private static final Set<String> PYTHON_KEYWORDS =
      Set.of(
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield",
          "None",
          "True",
          "False");

  private final boolean python;
  private final StringBuilder code = new StringBuilder();
  private final Set<Symbol> known = new HashSet<>();

  CodeWriter(Format format) {
    this.python = format == Format.SYMPY;
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
    boolean keyword = python && PYTHON_KEYWORDS.contains(symbol.name());
    return keyword ? symbol.name() + "_" : symbol.name();
  }
}
