package org.metricflows.bridge.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a running process without warning, again and again, and carries its run on. */
class KilledRunTest {

  @TempDir Path temporary;

  @Test
  @Timeout(120)
  void aKilledRunEndsWithTheSameBytes() throws Exception {
    Path whole = temporary.resolve("whole");
    try (RunFolder folder = RunFolder.create(whole, Orbit.SPEC, false)) {
      Orbit.run(0).in(folder);
    }
    Path killed = temporary.resolve("killed");
    Random random = new Random(11);
    for (int kill = 0; kill < 4; kill++) {
      Process process = start(killed);
      waitForCheckpoint(killed, process);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
      process.destroyForcibly().waitFor();
      assertThat(killed.resolve("result.json")).doesNotExist();
      try (RunFolder folder = RunFolder.open(killed)) {
        assertThat(folder.readCheckpoint()).isPresent();
      }
    }
    try (RunFolder folder = RunFolder.open(killed)) {
      Orbit.run(0).in(folder);
      assertThat(folder.isFinished()).isTrue();
    }
    assertThat(files(killed)).isEqualTo(files(whole));
    for (String file : List.of("spec.yaml", "series.csv", "state.npy")) {
      assertThat(killed.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
    assertThat(withoutTime(killed)).isEqualTo(withoutTime(whole));
  }

  /** A pause of a millisecond in each evaluation makes the run take a quarter of a minute. */
  private static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Orbit.class.getName(),
            folder.toString(),
            "1000000")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Until the process has written a checkpoint later than the one it found. */
  private static void waitForCheckpoint(Path folder, Process process) throws Exception {
    Path file = folder.resolve("checkpoint.bin");
    Object before = Files.exists(file) ? Files.readAttributes(file, "unix:ino").get("ino") : null;
    while (process.isAlive()) {
      if (Files.exists(file) && !Files.readAttributes(file, "unix:ino").get("ino").equals(before)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    throw new AssertionError("the process ended by itself with " + process.exitValue());
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static String withoutTime(Path folder) throws IOException {
    return Files.readString(folder.resolve("result.json")).replaceAll("\"cpu_seconds\" : .*", "");
  }
}
