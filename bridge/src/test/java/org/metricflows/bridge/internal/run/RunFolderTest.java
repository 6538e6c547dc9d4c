package org.metricflows.bridge.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowRecord;

class RunFolderTest {

  @TempDir Path temporary;

  private Path finished(String name) {
    Path path = temporary.resolve(name);
    try (RunFolder folder = RunFolder.create(path, Orbit.SPEC, false)) {
      Orbit.run(0).in(folder);
    }
    return path;
  }

  /** A folder whose process ended without a result, with a checkpoint somewhere in the middle. */
  private Path unfinished(String name) {
    Path path = temporary.resolve(name);
    try (RunFolder folder = RunFolder.create(path, Orbit.SPEC, false)) {
      List<FlowCheckpoint> legs = new ArrayList<>();
      Orbit.run(0)
          .reportingTo(
              new FlowListener() {
                @Override
                public void legEnded(FlowCheckpoint checkpoint) {
                  legs.add(checkpoint);
                }
              })
          .inMemory();
      FlowCheckpoint middle = legs.get(legs.size() / 2);
      RunResult whole = Orbit.run(0).inMemory();
      folder.writeCheckpoint(
          new RunCheckpoint(middle, whole.records().subList(0, middle.recorded()), 7));
    }
    return path;
  }

  @Test
  void aFinishedRunHasItsFiles() throws IOException {
    Path path = finished("a/b/run");
    try (Stream<Path> files = Files.list(path)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              ".lock", "spec.yaml", "result.json", "series.csv", "state.npy");
    }
    JsonNode result = new ObjectMapper().readTree(path.resolve("result.json").toFile());
    assertThat(result.fieldNames())
        .toIterable()
        .containsExactly("status", "records", "evaluations", "cpu_seconds", "versions", "spec");
    assertThat(result.get("status").asText()).isEqualTo("completed");
    assertThat(result.get("records")).hasSize(12);
    assertThat(result.at("/records/0/slope").isNull()).isTrue();
    assertThat(Files.readString(path.resolve("result.json"))).doesNotContain("NaN");
  }

  @Test
  void numbersReadBackToTheSameDoubles() throws IOException {
    Path path = finished("run");
    RunResult outcome = Orbit.run(0).inMemory();
    JsonNode records =
        new ObjectMapper().readTree(path.resolve("result.json").toFile()).get("records");
    List<String> rows = Files.readAllLines(path.resolve("series.csv"));
    assertThat(rows.get(0)).isEqualTo("t,energy,slope");
    assertThat(rows.get(1)).endsWith(",");
    for (int i = 0; i < records.size(); i++) {
      Object energy = outcome.records().get(i).get("energy");
      assertThat(records.get(i).get("energy").doubleValue()).isEqualTo(energy);
      assertThat(Double.parseDouble(rows.get(i + 1).split(",")[1])).isEqualTo(energy);
      double[][] positions = (double[][]) outcome.records().get(i).get("positions");
      assertThat(records.get(i).at("/positions/0/1").doubleValue()).isEqualTo(positions[0][1]);
    }
    double[] state = Orbit.run(0).problem().evolution().run(new FlowListener() {}).state();
    byte[] npy = Files.readAllBytes(path.resolve("state.npy"));
    ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(new String(npy, 1, 5, StandardCharsets.US_ASCII)).isEqualTo("NUMPY");
    int data = npy.length - 8 * state.length;
    assertThat(data % 64).isZero();
    for (int i = 0; i < state.length; i++) {
      assertThat(bytes.getDouble(data + 8 * i)).isEqualTo(state[i]);
    }
  }

  @Test
  void resumingGivesTheBytesOfAnUninterruptedRun() throws IOException {
    Path whole = finished("whole");
    Path resumed = unfinished("resumed");
    try (RunFolder folder = RunFolder.open(resumed)) {
      assertThat(folder.isFinished()).isFalse();
      RunResult result = Orbit.run(0).in(folder);
      assertThat(result.cpuSeconds()).isGreaterThanOrEqualTo(7);
      assertThat(folder.readCheckpoint()).isEmpty();
    }
    for (String file : List.of("series.csv", "state.npy", "spec.yaml")) {
      assertThat(resumed.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
    JsonNode a = new ObjectMapper().readTree(whole.resolve("result.json").toFile());
    JsonNode b = new ObjectMapper().readTree(resumed.resolve("result.json").toFile());
    ((ObjectNode) a).remove("cpu_seconds");
    ((ObjectNode) b).remove("cpu_seconds");
    assertThat(b).isEqualTo(a);
  }

  @Test
  void withoutACheckpointARunBeginsAgain() {
    Path path = temporary.resolve("run");
    RunFolder.create(path, Orbit.SPEC, false).close();
    try (RunFolder folder = RunFolder.open(path)) {
      assertThat(folder.readCheckpoint()).isEmpty();
      assertThat(Orbit.run(0).in(folder).records()).hasSize(12);
    }
  }

  @Test
  void runsAreNotOverwrittenWithoutForce() {
    Path done = finished("done");
    Path begun = unfinished("begun");
    assertRefused(
        () -> RunFolder.create(done, Orbit.SPEC, false), done, "the finished run of this spec");
    assertRefused(
        () -> RunFolder.create(begun, Orbit.SPEC, false), begun, "an unfinished run", "resume");
    for (Path path : List.of(done, begun)) {
      assertRefused(() -> RunFolder.create(path, "title: x\n", false), path, "another spec");
    }
    assertThat(done.resolve("result.json")).exists();
    assertThat(begun.resolve("checkpoint.bin")).exists();
  }

  @Test
  void forceRemovesTheRunAndNothingElse() throws IOException {
    Path path = finished("done");
    Files.writeString(path.resolve("notes.txt"), "mine");
    RunFolder.create(path, "title: x\n", true).close();
    assertThat(path.resolve("result.json")).doesNotExist();
    assertThat(path.resolve("state.npy")).doesNotExist();
    assertThat(path.resolve("spec.yaml")).hasContent("title: x");
    assertThat(path.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void foreignFilesAreKept() throws IOException {
    Path path = Files.createDirectory(temporary.resolve("other"));
    Files.writeString(path.resolve("result.json"), "{}");
    assertRefused(
        () -> RunFolder.create(path, Orbit.SPEC, false), path, "result.json", "something else");
  }

  @Test
  void placesThatAreNoRunFoldersAreRefused() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertRefused(() -> RunFolder.create(file, Orbit.SPEC, false), file, "is not a folder");
    Path below = file.resolve("run");
    assertRefused(() -> RunFolder.create(below, Orbit.SPEC, false), below, "cannot be made");
    Path system = Path.of("/proc/self");
    assertRefused(() -> RunFolder.create(system, Orbit.SPEC, false), system, "not writable");
    assertRefused(() -> RunFolder.open(file), file, "is not a folder");
    Path nowhere = temporary.resolve("nowhere");
    assertRefused(() -> RunFolder.open(nowhere), nowhere, "no such folder");
    assertRefused(() -> RunFolder.open(temporary), temporary, "holds no run", "spec.yaml");
  }

  @Test
  void aFolderInUseIsRefused() {
    Path path = temporary.resolve("run");
    RunFolder folder = RunFolder.create(path, Orbit.SPEC, false);
    assertRefused(() -> RunFolder.open(path), path, "another process");
    assertRefused(() -> RunFolder.create(path, Orbit.SPEC, true), path, "another process");
    folder.close();
    RunFolder.open(path).close();
  }

  @Test
  void damagedCheckpointsAreRefused() throws IOException {
    Path path = unfinished("run");
    Path file = path.resolve("checkpoint.bin");
    byte[] good = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, 27, 28, 60, 200, good.length - 1}) {
      Files.write(file, Arrays.copyOf(good, length));
      assertCheckpointRefused(path, file, length < 28 ? "is not a checkpoint" : "is damaged");
    }
    for (int position : new int[] {0, 30, 70, good.length / 2, good.length - 1}) {
      byte[] bad = good.clone();
      bad[position] ^= 4;
      Files.write(file, bad);
      assertCheckpointRefused(path, file, position == 0 ? "is not a checkpoint" : "is damaged");
    }
    byte[] later = good.clone();
    later[27] = 2;
    Files.write(file, later);
    assertCheckpointRefused(path, file, "is of format 2; this version reads format 1");
    Files.write(file, good);
    Files.writeString(path.resolve("spec.yaml"), "title: edited\n");
    assertCheckpointRefused(path, file, "belongs to another spec");
  }

  private static void assertCheckpointRefused(Path path, Path file, String... parts) {
    try (RunFolder folder = RunFolder.open(path)) {
      assertRefused(folder::readCheckpoint, file, parts);
    }
  }

  @Test
  void halfWrittenFilesAreSweptAway() throws IOException {
    Path path = unfinished("run");
    Path partial = Files.writeString(path.resolve(".partial-checkpoint.bin"), "half");
    try (RunFolder folder = RunFolder.open(path)) {
      assertThat(partial).doesNotExist();
      assertThat(folder.readCheckpoint()).isPresent();
    }
  }

  @Test
  void checkpointsFollowThePace() {
    Path path = temporary.resolve("run");
    try (RunFolder folder = RunFolder.create(path, Orbit.SPEC, false)) {
      assertThatThrownBy(() -> stoppedLate(Duration.ofDays(1)).in(folder)).hasMessage("late");
      assertThat(folder.readCheckpoint()).isEmpty();
      assertThatThrownBy(() -> stoppedLate(Duration.ZERO).in(folder)).hasMessage("late");
      assertThat(folder.readCheckpoint().orElseThrow().flow().recorded()).isGreaterThan(5);
    }
  }

  /** A run that is to be broken off keeps the next place to go on from, whatever its pace. */
  @Test
  void aRunThatIsBrokenOffKeepsWhereItIs() {
    Path path = temporary.resolve("broken");
    try (RunFolder folder = RunFolder.create(path, Orbit.SPEC, false)) {
      RunWatcher watcher =
          new RunWatcher() {
            private int records;

            @Override
            public void recorded(Map<String, Object> entries) {
              records++;
            }

            @Override
            public boolean isStopping() {
              return records > 3;
            }

            @Override
            public void kept() {
              if (isStopping()) {
                throw new IllegalStateException("broken off");
              }
            }
          };
      Run run = Orbit.run(0).withPace(Duration.ofHours(1)).watchedBy(watcher);
      assertThatThrownBy(() -> run.in(folder)).hasMessage("broken off");
      assertThat(folder.readCheckpoint().orElseThrow().records().size()).isGreaterThan(3);
      RunResult end = Orbit.run(0).in(folder);
      assertThat(end.records()).hasSameSizeAs(Orbit.run(0).inMemory().records());
    }
  }

  private static Run stoppedLate(Duration pace) {
    return Orbit.run(0)
        .withPace(pace)
        .reportingTo(
            new FlowListener() {
              @Override
              public void recorded(FlowRecord record) {
                if (record.time() == 60) {
                  throw new IllegalStateException("late");
                }
              }
            });
  }

  private static void assertRefused(ThrowingCallable call, Path place, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(RunFolderException.class)
        .hasMessageStartingWith(place + ": ")
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }
}
