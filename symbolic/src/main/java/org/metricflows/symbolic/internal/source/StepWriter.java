package org.metricflows.symbolic.internal.source;

import java.util.List;
import java.util.stream.Collectors;

/** The steps of a model in a language of braces: C and Java differ in how vectors are declared. */
final class StepWriter {
  private final SourceModel model;
  private final boolean java;
  private final StringBuilder code = new StringBuilder();

  StepWriter(SourceModel model, boolean java) {
    this.model = model;
    this.java = java;
  }

  /** All steps and then the results, from {@code point} to {@code out_}. */
  String write() {
    for (SourceModel.Step step : model.steps()) {
      vector(step.name(), step.length());
      List<SourceModel.Slice> inputs = step.inputs();
      int length = inputs.stream().mapToInt(s -> s.to() - s.from()).sum();
      String input = step.name() + "_in_";
      vector(input, length);
      copies(input, inputs);
      line(call(step, input) + ";");
    }
    copies("out_", model.outputs().stream().map(SourceModel.Output::slice).toList());
    return code.toString();
  }

  private void line(String text) {
    code.append(java ? "    " : "  ").append(text).append('\n');
  }

  private void vector(String name, int length) {
    line(
        java
            ? "double[] " + name + " = new double[" + length + "];"
            : "double " + name + "[" + length + "];");
  }

  private void copies(String target, List<SourceModel.Slice> slices) {
    int at = 0;
    for (SourceModel.Slice s : slices) {
      int count = s.to() - s.from();
      line(
          java
              ? "System.arraycopy(%s, %d, %s, %d, %d);"
                  .formatted(s.vector(), s.from(), target, at, count)
              : "memcpy(%s + %d, %s + %d, %d * sizeof(double));"
                  .formatted(target, at, s.vector(), s.from(), count));
      at += count;
    }
  }

  private String call(SourceModel.Step step, String input) {
    String output = step.name();
    SourceModel.Call call = step.call();
    if (call instanceof SourceModel.Call.Function function) {
      return "%s_(%s, %s)".formatted(function.name(), input, output);
    }
    if (call instanceof SourceModel.Call.Feed feed) {
      return "%s_(%s, %s)".formatted(feed.network(), input, output);
    }
    if (call instanceof SourceModel.Call.Rescale rescale) {
      List<Integer> sizes = rescale.sizes();
      String list = sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
      return java
          ? "rescale_(new int[] {%s}, %s, %s)".formatted(list, input, output)
          : "rescale_((const int[]){%s}, %d, %s, %s)".formatted(list, sizes.size(), input, output);
    }
    if (call instanceof SourceModel.Call.Eliminate e) {
      return "eliminate_(%d, %d, %d, %s, %s)"
          .formatted(e.coordinates(), e.equations(), e.factors(), input, output);
    }
    SourceModel.Call.Frame frame = (SourceModel.Call.Frame) call;
    return "frame_(%d, %d, %d, %s, %s)"
        .formatted(frame.coordinates(), frame.equations(), frame.dimension(), input, output);
  }
}
