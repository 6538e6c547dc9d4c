package org.metricflows.examples.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module of examples/python passes its own tests with the command of these classes. */
class PythonModuleTest {
  @TempDir private Path folder;

  @Test
  void passesItsTests() throws Exception {
    Python python = Python.with(folder, "numpy");
    Python.Outcome outcome =
        python.run(Path.of("python").toAbsolutePath(), "-m", "unittest", "test_metricflows");
    assertThat(outcome.text()).contains("OK");
    assertThat(outcome.code()).isZero();
  }
}
