package org.metricflows.symbolic.internal.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;

/** Python with NumPy or JAX; vectors are arrays [number][point]. */
final class PythonWriter {
  private static final Set<String> KEYWORDS =
      Set.of(
          "lambda", "as", "def", "del", "if", "in", "is", "or", "np", "and", "for", "not", "try");

  private static final ExprSource EXPRESSIONS = new ExprSource("np.", true);

  private final SourceModel model;
  private final boolean jax;
  private final StringBuilder code = new StringBuilder();

  PythonWriter(SourceModel model, boolean jax) {
    this.model = model;
    this.jax = jax;
  }

  String write() {
    line("\"\"\"" + model.title().replace("\\", " ").replace("\"", "'"));
    line("");
    line("evaluate(points) takes an array [point][number] of " + String.join(", ", model.input()));
    line("and returns a dictionary of arrays, [point] and more indices:");
    for (SourceModel.Output output : model.outputs()) {
      line("    " + output.name() + " " + output.shape() + (output.complex() ? ", complex" : ""));
    }
    line("As a script it reads points from standard input, one a line, and prints all numbers.");
    line("\"\"\"");
    code.append(Runtime.of(jax ? "jax.txt" : "numpy.txt"));
    code.append(Runtime.of("arrays.txt"));
    model.functions().forEach(this::function);
    model.networks().forEach(this::network);
    evaluate();
    code.append(Runtime.of("script.txt"));
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
    line("");
    line("def " + name + "_(in_):");
    for (int i = 0; i < program.inputs().size(); i++) {
      line("    " + name(program.inputs().get(i).name()) + " = in_[" + i + "]");
    }
    for (Definition d : program.lines()) {
      line("    " + name(d.name()) + " = " + EXPRESSIONS.evaluate(d.value(), PythonWriter::name));
    }
    String outputs =
        program.outputs().stream().map(PythonWriter::name).collect(Collectors.joining(", "));
    line("    return stack_([" + outputs + "], in_[0])");
  }

  private void network(String name, SourceModel.Network network) {
    line("");
    line("");
    line(name + "_ = [");
    for (SourceModel.Layer layer : network.layers()) {
      line(
          "    (np.array([" + numbers(layer.weights()) + "]).reshape(-1, " + layer.inputs() + "),");
      line("     np.array([" + numbers(layer.biases()) + "])),");
    }
    line("]");
    line(name + "_seconds_ = " + seconds(network));
  }

  private static String numbers(double[] values) {
    return DoubleStream.of(values).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String seconds(SourceModel.Network network) {
    return network.seconds().stream()
        .map(
            terms ->
                terms.stream()
                    .map(t -> "(" + t.p() + ", " + t.q() + ", " + t.coefficient() + ")")
                    .collect(Collectors.joining(", ", "[", "]")))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void evaluate() {
    line("");
    line("");
    line("def evaluate(points):");
    line("    point = np.atleast_2d(np.asarray(points, dtype=float)).T");
    for (SourceModel.Step step : model.steps()) {
      line("    " + step.name() + " = " + call(step.call(), join(step.inputs())));
    }
    line("    return {");
    for (SourceModel.Output output : model.outputs()) {
      line(
          "        \"%s\": shaped_(%s, %s, %s),"
              .formatted(
                  output.name(),
                  slice(output.slice()),
                  output.shape(),
                  output.complex() ? "True" : "False"));
    }
    line("    }");
  }

  private String join(List<SourceModel.Slice> slices) {
    return slices.size() == 1
        ? slice(slices.get(0))
        : slices.stream()
            .map(this::slice)
            .collect(Collectors.joining(", ", "np.concatenate([", "])"));
  }

  private String slice(SourceModel.Slice slice) {
    boolean whole = slice.from() == 0 && slice.to() == model.length(slice.vector());
    return slice.vector() + (whole ? "" : "[" + slice.from() + ":" + slice.to() + "]");
  }

  private String call(SourceModel.Call call, String input) {
    if (call instanceof SourceModel.Call.Function function) {
      return function.name() + "_(" + input + ")";
    }
    if (call instanceof SourceModel.Call.Feed feed) {
      SourceModel.Network network = model.networks().get(feed.network());
      return "feed_(%s, %s_, %s_, %d, %s_seconds_)"
          .formatted(input, feed.network(), network.activation(), network.firsts(), feed.network());
    }
    if (call instanceof SourceModel.Call.Rescale rescale) {
      return "rescale_(" + input + ", " + rescale.sizes() + ")";
    }
    if (call instanceof SourceModel.Call.Eliminate e) {
      return "eliminate_(%s, %d, %d, %d)"
          .formatted(input, e.coordinates(), e.equations(), e.factors());
    }
    SourceModel.Call.Frame frame = (SourceModel.Call.Frame) call;
    return "frame_(%s, %d, %d, %d)"
        .formatted(input, frame.coordinates(), frame.equations(), frame.dimension());
  }
}
