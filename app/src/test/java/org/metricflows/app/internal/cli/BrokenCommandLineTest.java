package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a command line: exit code 2 and one sentence, no trace. */
class BrokenCommandLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; a command is missing",
        "rnu; unknown command 'rnu'",
        "exmaples; did you mean 'examples'?",
        "--verson; did you mean '--version'?",
        "-x; unknown option '-x'",
        "examples --jsn; did you mean '--json'?",
        "examples --jsn=1; unknown option '--jsn'",
        "examples a b; 'b' is one argument too many",
        "examples nothing; no example is called 'nothing'",
        "examples ker; did you mean 'kerr'?",
        "examples --copy; --copy needs the NAME of an example",
        "examples kerr --copy /no/such/folder; cannot be written",
        "kernel; without a SPEC --activation must be given",
        "kernel --activation erf; without a SPEC --hidden-layers must be given",
        "kernel --activation reul --hidden-layers 1; did you mean 'relu'?",
        "kernel --activation u+ --hidden-layers 1; --activation: network.activation: ",
        "kernel --activation x^2 --hidden-layers 1; --activation: network.activation: ",
        "kernel --activation erf --hidden-layers 0; from 1 to 10000, but is '0'",
        "kernel --activation erf --hidden-layers two; whole number",
        "kernel --activation erf --hidden-layers 1 --weight-std 0; must be a positive number",
        "kernel --activation erf --hidden-layers 1 --weight-std=-1; must be a positive number",
        "kernel --activation erf --hidden-layers 1 --weight-std nan; must be a positive number",
        "kernel --activation erf --hidden-layers 1 --bias-std -0.1; not negative",
        "kernel --activation erf --hidden-layers 1 --at 1,2; --at needs --prime",
        "kernel --activation erf --hidden-layers 1 --prime 1,2; --prime needs --at",
        "kernel --activation erf --hidden-layers 1 --at 1,2 --prime 1; --prime must be 2 numbers",
        "kernel --activation erf --hidden-layers 1 --at 1,a --prime 1,2; --at must be finite numbers",
        "kernel --activation erf --hidden-layers 1 --at 1,NaN --prime 1,2; finite numbers",
        "kernel --activation erf --hidden-layers 1 --at 1,1e999 --prime 1,2; finite numbers",
        "kernel --activation erf --hidden-layers 1 --at 1,,2 --prime 1,2; finite numbers",
        "kernel --activation erf --hidden-layers; missing required parameter",
        "kernel --activaton erf; did you mean '--activation'?",
        "kernel --activation sign(u) --hidden-layers 1; network.activation: ",
        "kernel --activation exp --hidden-layers 3 --at 30 --prime 30; not finite",
        "kernel nowhere.yaml; nowhere.yaml: no such file",
        "curvature; missing required parameter: 'SPEC'",
        "curvature nowhere.yaml; nowhere.yaml: no such file",
        "curvature ../examples/gallery/kerr.yaml --at 1,2; --at must be 4 numbers",
        "curvature ../examples/gallery/kerr.yaml --at 0,3,x,0; --at must be finite numbers",
        "curvature ../examples/gallery/kerr.yaml --at 0,3,1,inf; --at must be finite numbers",
        "curvature ../examples/gallery/kerr.yaml --at 0,3,0,0; --at: the metric is singular at",
        "curvature ../examples/gallery/kerr.yaml --ta 0,3,1,0; did you mean '--at'?",
        "curvature ../examples/gallery/kerr.yaml --set chart=null; chart: is missing",
        "curvature ../examples/gallery/kerr.yaml --set metric=null; metric: is missing; 'curvature' needs it",
        "curvature ../examples/gallery/kerr.yaml --set metric.background.1.1=q; unknown symbol 'q'",
        "run; missing required parameter: 'SPEC'",
        "run nowhere.yaml; nowhere.yaml: no such file",
        "run dumbell-neck-pinch; dumbell-neck-pinch: no such file or example; did you mean 'dumbbell-neck-pinch'?",
        "run ../examples/gallery; gallery: is not a file",
        "run pom.xml; pom.xml:",
        "run ../examples/gallery/kerr.yaml; network: is missing; 'run' needs it",
        "run ../examples/gallery/kerr.yaml --ouy x; did you mean '--out'?",
        "run ../examples/gallery/learn-a-metric.yaml --set; missing required parameter",
        "run ../examples/gallery/learn-a-metric.yaml --set network.seed; must have the form",
        "run ../examples/gallery/learn-a-metric.yaml ../examples/gallery/kerr.yaml; one argument too many",
        "run ../examples/gallery/learn-a-metric.yaml --out pom.xml; pom.xml: is not a folder",
        "run ../examples/gallery/learn-a-metric.yaml --out pom.xml/x; cannot be made",
        "resume; missing required parameter: 'DIR'",
        "resume nowhere; nowhere: there is no such folder",
        "resume pom.xml; pom.xml: is not a folder",
        "resume ../examples/gallery; holds no run",
        "kernel nowhere.yaml --activation erf; --activation has no meaning beside a SPEC",
      })
  void isOneSentenceWithExitCodeTwo(String line, String words) {
    Execution execution = Execution.of(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.out()).isEmpty();
    assertThat(execution.err())
        .startsWith("metricflows: ")
        .containsIgnoringCase(words)
        .satisfies(err -> assertThat(err.lines()).hasSize(1));
  }

  @Test
  void helpAndVersionAreNotErrors() {
    assertThat(Execution.of("--help").out()).contains("Exit codes", "examples");
    assertThat(Execution.of("--help").exitCode()).isZero();
    assertThat(Execution.of("examples", "--help").out()).contains("NAME", "--json", "--copy");
    assertThat(Execution.of("--version").out()).matches("(?s)metricflows \\d.*");
  }
}
