package org.metricflows.examples.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks run from top to bottom; what they assert holds. */
class NotebooksTest {
  private static final String EXECUTE =
      """
      import nbclient, nbformat, sys
      notebook = nbformat.read(sys.argv[1], as_version=4)
      nbclient.NotebookClient(notebook, timeout=500, kernel_name="python3").execute()
      outputs = [o for cell in notebook.cells for o in cell.get("outputs", [])]
      print("pictures:", sum("image/png" in o.get("data", {}) for o in outputs))
      """;

  @TempDir private Path folder;

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void runs(Path notebook) throws Exception {
    assertThat(Files.readString(notebook)).doesNotContain("\"output_type\"");
    Python python = Python.with(folder, "numpy", "matplotlib", "nbformat", "nbclient", "ipykernel");
    Python.Outcome outcome =
        python.run(folder, "-c", EXECUTE, notebook.toAbsolutePath().toString());
    assertThat(outcome.code()).as(outcome.text()).isZero();
    assertThat(outcome.text()).containsPattern("pictures: [1-9]");
  }
}
