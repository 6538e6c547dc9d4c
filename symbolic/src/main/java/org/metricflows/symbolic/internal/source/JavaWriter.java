package org.metricflows.symbolic.internal.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;

/**
 * A class of Java, one point at a time.
 *
 * <p>A method holds 64 KB of bytecode at most: derivations work on an array in pieces, and arrays
 * of parameters are read from strings.
 */
final class JavaWriter {
  private static final int LINES_A_METHOD = 60;
  private static final int CHARACTERS_A_STRING = 30_000;
  private static final ExprSource EXPRESSIONS = new ExprSource("Math.", false);

  private final SourceModel model;
  private final String className;
  private final StringBuilder code = new StringBuilder();

  JavaWriter(SourceModel model, String className) {
    this.model = model;
    this.className = className;
  }

  String write() {
    line("/**");
    line(" * " + model.title().replace("*/", "* /").replace("@", " "));
    line(" *");
    line(" * <p>evaluate takes the numbers " + String.join(", ", model.input()));
    line(" * and returns, one after another, the last index running fastest:");
    for (SourceModel.Output output : model.outputs()) {
      String complex = output.complex() ? ", pairs of real and imaginary part" : "";
      line(" * " + output.name() + " " + output.shape() + complex + ";");
    }
    line(" * main reads points from standard input, one a line.");
    line(" */");
    line("public final class " + className + " {");
    line("  private static final int OUTPUTS = " + model.outputLength() + ";");
    line("");
    line("  private " + className + "() {}");
    code.append(Runtime.of("java.txt"));
    model.functions().forEach(this::function);
    model.networks().forEach(this::network);
    line("");
    line("  public static double[] evaluate(double... point) {");
    line("    double[] out_ = new double[OUTPUTS];");
    code.append(new StepWriter(model, true).write());
    line("    return out_;");
    line("  }");
    line("}");
    return code.toString();
  }

  private void line(String text) {
    code.append(text).append('\n');
  }

  private void function(String name, Derivation program) {
    Map<Symbol, String> places = new HashMap<>();
    program.inputs().forEach(input -> places.put(input.name(), "v_[" + places.size() + "]"));
    program.lines().forEach(d -> places.put(d.name(), "v_[" + places.size() + "]"));
    List<String> lines = new ArrayList<>();
    program
        .lines()
        .forEach(
            d ->
                lines.add(
                    "%s = %s; // %s"
                        .formatted(
                            places.get(d.name()),
                            EXPRESSIONS.evaluate(d.value(), places),
                            d.name())));
    for (int i = 0; i < program.outputs().size(); i++) {
      lines.add("out_[" + i + "] = " + places.get(program.outputs().get(i)) + ";");
    }
    line("");
    line("  private static void " + name + "_(double[] in_, double[] out_) {");
    line("    double[] v_ = java.util.Arrays.copyOf(in_, " + Math.max(1, places.size()) + ");");
    for (int from = 0, k = 0; from < lines.size(); from += LINES_A_METHOD, k++) {
      line("    " + name + "_" + k + "_(v_, out_);");
    }
    line("  }");
    for (int from = 0, k = 0; from < lines.size(); from += LINES_A_METHOD, k++) {
      line("");
      line("  private static void " + name + "_" + k + "_(double[] v_, double[] out_) {");
      lines
          .subList(from, Math.min(lines.size(), from + LINES_A_METHOD))
          .forEach(text -> line("    " + text));
      line("  }");
    }
  }

  private void network(String name, SourceModel.Network network) {
    StringBuilder layers = new StringBuilder();
    for (int l = 0; l < network.layers().size(); l++) {
      SourceModel.Layer layer = network.layers().get(l);
      line("");
      array(name + "_weights_" + l, layer.weights());
      array(name + "_biases_" + l, layer.biases());
      layers.append(l > 0 ? ", " : "");
      layers.append("%1$s_weights_%2$d, %1$s_biases_%2$d".formatted(name, l));
    }
    line("");
    line("  private static final double[][] " + name + "_layers_ = {" + layers + "};");
    line("  private static final int[][] " + name + "_terms_ = {" + CWriter.terms(network) + "};");
    line("");
    line("  private static void " + name + "_(double[] in_, double[] out_) {");
    line(
        "    feed_(%1$s_layers_, %2$s::%3$s_, %4$d, %5$d, %1$s_terms_, in_, out_);"
            .formatted(
                name, className, network.activation(), network.firsts(), network.seconds().size()));
    line("  }");
  }

  private void array(String name, double[] values) {
    line("  private static final double[] " + name + " = numbers_(");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      text.append(values[i]);
      boolean last = i == values.length - 1;
      if (last || text.length() > CHARACTERS_A_STRING) {
        line("      \"" + text + "\"" + (last ? ");" : ","));
        text.setLength(0);
      } else {
        text.append(' ');
      }
    }
  }
}
