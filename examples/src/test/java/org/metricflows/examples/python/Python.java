package org.metricflows.examples.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Python with the command of these classes, in the place of the one that the launcher builds.
 *
 * @param executable the interpreter
 * @param launcher a script that runs the command
 */
record Python(String executable, Path launcher) {
  private static final long MINUTES = 10;

  /**
   * The interpreter named by the variable PYTHON, or python3.
   *
   * @param folder for the script
   * @param modules that it must have; without one of them the test is skipped, which says so
   */
  static Python with(Path folder, String... modules) throws IOException, InterruptedException {
    String executable = System.getenv().getOrDefault("PYTHON", "python3");
    Python python = new Python(executable, script(folder));
    String imports = "import " + String.join(", ", modules);
    Outcome outcome = python.run(folder, "-c", imports);
    Assumptions.assumeTrue(
        outcome.code() == 0,
        () -> "skipped: '" + executable + " -c \"" + imports + "\"' fails: " + outcome.text());
    return python;
  }

  /**
   * What became of a program.
   *
   * @param code its exit code, 127 where there is no interpreter
   * @param text what it printed, errors included
   */
  record Outcome(int code, String text) {}

  Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(executable));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("METRICFLOWS", launcher.toString());
    builder.environment().put("PYTHONPATH", Path.of("python").toAbsolutePath().toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Path log = Files.createTempFile(launcher.getParent(), "python", ".log");
    Process process;
    try {
      process = builder.redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      return new Outcome(127, e.getMessage());
    }
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("no end after " + MINUTES + " minutes: " + Files.readString(log));
    }
    return new Outcome(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
  }

  private static Path script(Path folder) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path file = folder.resolve("metricflows");
    Files.writeString(
        file,
        "#!/bin/sh\nexec '%s' -XX:+UseParallelGC -cp '%s' org.metricflows.app.Main \"$@\"\n"
            .formatted(java, classPath));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
