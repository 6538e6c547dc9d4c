package org.metricflows.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of examples/java compile, run, and print what they promise. */
class ProgramsTest {
  @TempDir static Path classes;

  @BeforeAll
  static void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.list(Path.of("java"))) {
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-proc:none",
              "-cp",
              System.getProperty(
                  "surefire.test.class.path", System.getProperty("java.class.path")));
      boolean compiled =
          compiler
              .getTask(
                  new java.io.OutputStreamWriter(complaints, StandardCharsets.UTF_8),
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources.sorted().toList()))
              .call();
      assertThat(compiled).as(complaints.toString(StandardCharsets.UTF_8)).isTrue();
    }
  }

  private static String run(String name, String... arguments) throws Exception {
    PrintStream screen = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      System.setOut(screen);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** The numbers behind a word, in the order of lines. */
  private static double[] numbers(String printed, String word) {
    return Pattern.compile(Pattern.quote(word) + "\\s*([-+.\\deE]+)")
        .matcher(printed)
        .results()
        .map(m -> m.group(1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void curvatureOfTheSphere() throws Exception {
    String printed = run("CurvatureOfAMetric");
    assertThat(numbers(printed, "R =")).hasSize(1);
    assertThat(numbers(printed, "R =")[0]).isCloseTo(0.5, within(1e-12));
    assertThat(numbers(printed, "Ric_11 =")[0]).isCloseTo(1, within(1e-12));
  }

  @Test
  void kernelsAreSymmetric() throws Exception {
    String printed = run("KernelOfANetwork");
    assertThat(numbers(printed, "Theta(x, y) =")[0])
        .isCloseTo(numbers(printed, "Theta(y, x) =")[0], within(1e-12));
    assertThat(numbers(printed, "K(x, x)     =")[0]).isPositive();
  }

  @Test
  void aLossOfOnesOwnFalls() throws Exception {
    double[] losses = numbers(run("FlowOfOnesOwnLoss"), "L =");
    assertThat(losses).hasSize(3);
    assertThat(losses[1]).isLessThan(losses[0]);
    assertThat(losses[2]).isLessThan(losses[1]);
  }

  @Test
  void aTrainingIsWatched() throws Exception {
    String printed = run("CalabiYauTraining", "3");
    double[] sigma = numbers(printed, "sigma");
    assertThat(sigma).hasSize(4);
    assertThat(sigma[3]).isLessThan(sigma[0]);
    assertThat(printed).contains("completed");
  }

  /** The order 1/2 within what ten seeds a width scatter: 4 between widths 16 and 256. */
  @Test
  void wideNetworksComeNearTheLimit() throws Exception {
    String printed = run("SweepByHand");
    Matcher matcher = Pattern.compile("distance ([\\d.e-]+)").matcher(printed);
    double[] distances =
        matcher.results().mapToDouble(m -> Double.parseDouble(m.group(1))).toArray();
    assertThat(distances).hasSize(3);
    assertThat(distances[0] / distances[2]).isBetween(2.0, 8.0);
  }
}
