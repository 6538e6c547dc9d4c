package org.metricflows.examples.cli;

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
      })
  void isOneSentenceWithExitCodeTwo(String line, String words) {
    Execution execution = Execution.of(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.out()).isEmpty();
    assertThat(execution.err())
        .startsWith("metricflows: ")
        .contains(words)
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
