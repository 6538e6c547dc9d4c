package org.metricflows.symbolic.internal.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Symbol;

/** The Wolfram language, one point at a time; each definition stands on a line of its own. */
final class MathematicaWriter {
  private static final Set<String> PROTECTED = Set.of("C", "D", "E", "I", "K", "N", "O", "Pi");

  private final SourceModel model;
  private final StringBuilder code = new StringBuilder();

  MathematicaWriter(SourceModel model) {
    this.model = model;
  }

  String write() {
    line("(* " + model.title().replace("*)", "* )") + " *)");
    line("(* metricAt[point] takes the numbers " + String.join(", ", model.input()) + " *)");
    line("(* and returns a list of rules, name -> value; indices run as in nested lists: *)");
    for (SourceModel.Output output : model.outputs()) {
      line(
          "(* "
              + output.name()
              + " "
              + output.shape()
              + (output.complex() ? ", complex" : "")
              + " *)");
    }
    code.append(Runtime.of("mathematica.txt"));
    model.functions().forEach(this::function);
    model.networks().forEach(this::network);
    evaluate();
    return code.toString();
  }

  private void line(String text) {
    code.append(text).append('\n');
  }

  private static String name(Symbol symbol) {
    return PROTECTED.contains(symbol.name()) ? symbol.name() + "$" : symbol.name();
  }

  private static String id(String name) {
    return name.replace("_", "") + "$";
  }

  private void function(String name, Derivation program) {
    StringBuilder body = new StringBuilder();
    String locals =
        java.util.stream.Stream.concat(
                program.inputs().stream().map(i -> i.name()),
                program.lines().stream().map(Definition::name))
            .map(MathematicaWriter::name)
            .collect(Collectors.joining(", "));
    body.append(id(name)).append("[in$_] := Module[{").append(locals).append("}, ");
    for (int i = 0; i < program.inputs().size(); i++) {
      body.append(name(program.inputs().get(i).name())).append(" = in$[[" + (i + 1) + "]]; ");
    }
    for (Definition d : program.lines()) {
      body.append(name(d.name()))
          .append(" = ")
          .append(Dialect.SYMJA.print(d.value(), MathematicaWriter::name))
          .append("; ");
    }
    body.append(
        program.outputs().stream()
            .map(MathematicaWriter::name)
            .collect(Collectors.joining(", ", "N[{", "}]]")));
    line(body.toString());
  }

  private void network(String name, SourceModel.Network network) {
    String layers =
        network.layers().stream()
            .map(
                layer ->
                    "{Partition["
                        + numbers(layer.weights())
                        + ", "
                        + layer.inputs()
                        + "], "
                        + numbers(layer.biases())
                        + "}")
            .collect(Collectors.joining(", ", "{", "}"));
    line(id(name + "layers") + " = " + layers);
    line(id(name + "terms") + " = " + terms(network));
  }

  private static String numbers(double[] values) {
    return DoubleStream.of(values)
        .mapToObj(v -> String.valueOf(v).replace("E", "*^"))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String terms(SourceModel.Network network) {
    return network.seconds().stream()
        .map(
            terms ->
                terms.stream()
                    .map(t -> "{%d, %d, %d}".formatted(t.p() + 2, t.q() + 2, t.coefficient()))
                    .collect(Collectors.joining(", ", "{", "}")))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private void evaluate() {
    List<String> names = model.steps().stream().map(s -> id(s.name())).toList();
    StringBuilder body =
        new StringBuilder("metricAt[point_] := Module[{" + String.join(", ", names) + "}, ");
    for (SourceModel.Step step : model.steps()) {
      body.append(id(step.name()) + " = " + call(step.call(), join(step.inputs())) + "; ");
    }
    body.append(
        model.outputs().stream()
            .map(
                o ->
                    "\"%s\" -> shaped$[%s, %s, %s]"
                        .formatted(
                            o.name(),
                            slice(o.slice()),
                            list(o.shape()),
                            o.complex() ? "True" : "False"))
            .collect(Collectors.joining(", ", "{", "}]")));
    line(body.toString());
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String join(List<SourceModel.Slice> slices) {
    return slices.size() == 1
        ? slice(slices.get(0))
        : slices.stream()
            .map(MathematicaWriter::slice)
            .collect(Collectors.joining(", ", "Join[", "]"));
  }

  private static String slice(SourceModel.Slice slice) {
    String vector = slice.vector().equals(SourceModel.POINT) ? "point" : id(slice.vector());
    return "Take[%s, {%d, %d}]".formatted(vector, slice.from() + 1, slice.to());
  }

  private String call(SourceModel.Call call, String input) {
    if (call instanceof SourceModel.Call.Function function) {
      return id(function.name()) + "[" + input + "]";
    }
    if (call instanceof SourceModel.Call.Feed feed) {
      SourceModel.Network network = model.networks().get(feed.network());
      return "feed$[%s, %s, %s, %d, %s]"
          .formatted(
              input,
              id(feed.network() + "layers"),
              id(network.activation()),
              network.firsts(),
              id(feed.network() + "terms"));
    }
    if (call instanceof SourceModel.Call.Rescale rescale) {
      return "rescale$[" + input + ", " + list(rescale.sizes()) + "]";
    }
    if (call instanceof SourceModel.Call.Eliminate e) {
      return "eliminate$[%s, %d, %d, %d]"
          .formatted(input, e.coordinates(), e.equations(), e.factors());
    }
    SourceModel.Call.Frame frame = (SourceModel.Call.Frame) call;
    return "frame$[%s, %d, %d, %d]"
        .formatted(input, frame.coordinates(), frame.equations(), frame.dimension());
  }
}
