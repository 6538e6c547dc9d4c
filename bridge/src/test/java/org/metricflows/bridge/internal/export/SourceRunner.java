package org.metricflows.bridge.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.ExprEvaluator;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.metricflows.symbolic.internal.source.Language;
import org.metricflows.symbolic.internal.source.SourceModel;

/** Runs exported source in the tool of its language. */
final class SourceRunner {
  private final Path folder;

  /**
   * @param folder for source and binaries
   */
  SourceRunner(Path folder) {
    this.folder = folder;
  }

  /** Whether this machine has what a language needs. */
  static boolean has(Language language) {
    return switch (language) {
      case JAX -> runs("python3", "-c", "import jax");
      case NUMPY -> runs("python3", "-c", "import numpy");
      case C -> runs("gcc", "--version");
      case JAVA, MATHEMATICA -> true;
    };
  }

  private static boolean runs(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /**
   * All results of a model at points, {@code [point][number]}, real and imaginary parts in turn.
   */
  double[][] run(Language language, SourceModel model, double[][] points) throws Exception {
    String source = language.write(model, "Metric");
    if (language == Language.MATHEMATICA) {
      return bySymja(source, model, points);
    }
    Path file = folder.resolve("Metric." + language.extension());
    Files.writeString(file, source);
    return switch (language) {
      case C -> {
        String binary = folder.resolve("metric").toString();
        output(
            "",
            List.of(
                "gcc",
                "-O1",
                "-std=c99",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-DMAIN",
                file.toString(),
                "-o",
                binary,
                "-lm"));
        yield numbers(points, List.of(binary));
      }
      case JAVA -> {
        String home = System.getProperty("java.home");
        output("", List.of(home + "/bin/javac", "-d", folder.toString(), file.toString()));
        yield numbers(points, List.of(home + "/bin/java", "-cp", folder.toString(), "Metric"));
      }
      default -> numbers(points, List.of("python3", file.toString()));
    };
  }

  private static double[][] numbers(double[][] points, List<String> command) throws Exception {
    String input =
        Arrays.stream(points)
            .map(
                point ->
                    Arrays.stream(point)
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n", "", "\n"));
    return output(input, command)
        .lines()
        .map(line -> Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static String output(String input, List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static double[][] bySymja(String source, SourceModel model, double[][] points) {
    Config.JAS_NO_THREADS = true;
    ExprEvaluator symja = new ExprEvaluator(false, (short) 100);
    source.lines().filter(line -> !line.startsWith("(*")).forEach(symja::eval);
    return Arrays.stream(points)
        .map(point -> results(symja, model, point))
        .toArray(double[][]::new);
  }

  private static double[] results(ExprEvaluator symja, SourceModel model, double[] point) {
    String list =
        Arrays.stream(point)
            .mapToObj(x -> String.format(Locale.ROOT, "%.17e", x).replace("e", "*^"))
            .collect(Collectors.joining(", ", "{", "}"));
    symja.eval("results$ = metricAt[" + list + "]");
    List<Double> numbers = new ArrayList<>();
    for (SourceModel.Output output : model.outputs()) {
      IAST values = (IAST) symja.eval("Flatten[{\"" + output.name() + "\" /. results$}]");
      for (IExpr value : values) {
        assertThat(value.isNumber()).as(output.name() + ": " + value).isTrue();
        numbers.add(value.evalfc().getReal());
        if (output.complex()) {
          numbers.add(value.evalfc().getImaginary());
        }
      }
    }
    return numbers.stream().mapToDouble(x -> x).toArray();
  }
}
