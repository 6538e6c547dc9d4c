package org.metricflows.symbolic.internal.source;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;

/** C99, one point at a time. */
final class CWriter {
  private static final Set<String> KEYWORDS =
      Set.of(
          "auto",
          "break",
          "case",
          "char",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extern",
          "float",
          "for",
          "goto",
          "if",
          "inline",
          "int",
          "long",
          "register",
          "restrict",
          "return",
          "short",
          "signed",
          "sizeof",
          "static",
          "struct",
          "switch",
          "typedef",
          "union",
          "unsigned",
          "void",
          "volatile",
          "while",
          "exp",
          "log",
          "sin",
          "cos",
          "tan",
          "sqrt",
          "pow");

  private static final ExprSource EXPRESSIONS = new ExprSource("", false);

  private final SourceModel model;
  private final StringBuilder code = new StringBuilder();

  CWriter(SourceModel model) {
    this.model = model;
  }

  String write() {
    line("/*");
    line(" * " + model.title().replace("*/", "* /"));
    line(" *");
    line(" * evaluate(point, out) takes the numbers " + String.join(", ", model.input()));
    line(" * and writes, one after another, the last index running fastest:");
    for (SourceModel.Output output : model.outputs()) {
      String complex = output.complex() ? ", pairs of real and imaginary part" : "";
      line(" *     " + output.name() + " " + output.shape() + complex);
    }
    line(" * Compile with -lm; with -DMAIN it reads points from standard input, one a line.");
    line(" */");
    line("#include <math.h>");
    line("#include <stdio.h>");
    line("#include <string.h>");
    line("");
    line("#define INPUTS " + model.input().size());
    line("#define OUTPUTS " + model.outputLength());
    code.append(Runtime.of("c.txt"));
    model.functions().forEach(this::function);
    model.networks().forEach(this::network);
    line("");
    line("void evaluate(const double *point, double *out_) {");
    code.append(new StepWriter(model, false).write());
    line("}");
    code.append(Runtime.of("c-main.txt"));
    return code.toString();
  }

  private void line(String text) {
    code.append(text).append('\n');
  }

  private static String name(Symbol symbol) {
    return KEYWORDS.contains(symbol.name()) ? symbol.name() + "_" : symbol.name();
  }

  private void function(String name, Derivation program) {
    line("");
    line("static void " + name + "_(const double *in_, double *out_) {");
    for (int i = 0; i < program.inputs().size(); i++) {
      String input = name(program.inputs().get(i).name());
      line("  const double " + input + " = in_[" + i + "];");
      line("  (void)" + input + ";");
    }
    for (Definition d : program.lines()) {
      line(
          "  const double %s = %s;"
              .formatted(name(d.name()), EXPRESSIONS.evaluate(d.value(), CWriter::name)));
    }
    for (int i = 0; i < program.outputs().size(); i++) {
      line("  out_[" + i + "] = " + name(program.outputs().get(i)) + ";");
    }
    line("}");
  }

  private void network(String name, SourceModel.Network network) {
    for (int l = 0; l < network.layers().size(); l++) {
      SourceModel.Layer layer = network.layers().get(l);
      line("");
      array(name + "_weights_" + l, layer.weights());
      array(name + "_biases_" + l, layer.biases());
    }
    int widest =
        network.layers().stream()
            .mapToInt(layer -> Math.max(layer.inputs(), layer.biases().length))
            .max()
            .orElseThrow();
    line("");
    line("static void " + name + "_(const double *in_, double *out_) {");
    line("  static const int terms_[][4] = {" + terms(network) + "};");
    line("  const int count_ = sizeof terms_ / sizeof terms_[0];");
    line("  double h_[" + network.jet() * widest + "], z_[" + network.jet() * widest + "];");
    line(
        "  memcpy(h_, in_, %d * sizeof(double));"
            .formatted(network.jet() * network.layers().get(0).inputs()));
    for (int l = 0; l < network.layers().size(); l++) {
      SourceModel.Layer layer = network.layers().get(l);
      boolean last = l == network.layers().size() - 1;
      line(
          "  linear_(%1$s_weights_%2$d, %1$s_biases_%2$d, %3$d, %4$d, %5$d, h_, %6$s);"
              .formatted(
                  name,
                  l,
                  layer.inputs(),
                  layer.biases().length,
                  network.jet(),
                  last ? "out_" : "z_"));
      if (!last) {
        line(
            "  curve_(%s_, %d, %d, %d, terms_, count_, z_, h_);"
                .formatted(
                    network.activation(),
                    layer.biases().length,
                    network.firsts(),
                    network.seconds().size()));
      }
    }
    line("}");
  }

  /** {second derivative, p, q, coefficient}; one that does nothing where there is none. */
  static String terms(SourceModel.Network network) {
    StringBuilder terms = new StringBuilder();
    for (int k = 0; k < network.seconds().size(); k++) {
      for (SourceModel.Term t : network.seconds().get(k)) {
        terms.append(terms.length() > 0 ? ", " : "");
        terms.append("{%d, %d, %d, %d}".formatted(k, t.p(), t.q(), t.coefficient()));
      }
    }
    return terms.length() == 0 ? "{-1, 0, 0, 0}" : terms.toString();
  }

  private void array(String name, double[] values) {
    String numbers =
        DoubleStream.of(values).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    line("static const double " + name + "[] = {" + numbers + "};");
  }
}
