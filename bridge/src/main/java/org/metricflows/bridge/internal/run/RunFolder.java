package org.metricflows.bridge.internal.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.NpyFile;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.Tensor;

/**
 * The folder of one run, locked against other processes until it is closed.
 *
 * <p>Every file is written whole or not at all, result.json last: a folder without it holds an
 * unfinished run.
 */
public final class RunFolder implements AutoCloseable {

  private static final String SPEC = "spec.yaml";
  private static final String CHECKPOINT = "checkpoint.bin";
  private static final String RESULT = "result.json";
  private static final String SERIES = "series.csv";
  private static final String STATE = "state.npy";
  private static final String FIELDS = "fields.npz";
  private static final String PARAMETERS = "parameters.npz";

  /** In the order in which they are removed: without its result a run counts as unfinished. */
  private static final List<String> FILES =
      List.of(RESULT, CHECKPOINT, SERIES, STATE, FIELDS, PARAMETERS, SPEC);

  private final Path path;
  private final FolderLock lock;
  private final String spec;

  private RunFolder(Path path, FolderLock lock, String spec) {
    this.path = path;
    this.lock = lock;
    this.spec = spec;
  }

  /**
   * Opens a folder for a new run, making it and its parents where they are missing.
   *
   * <p>A folder that holds a run already, of this or another spec, is left as it is unless {@code
   * force} is set; then the files of that run (and no others) are removed.
   *
   * @param spec the text of spec.yaml, as resolved
   * @throws RunFolderException if the folder holds a run, cannot be written, or is in use
   */
  public static RunFolder create(Path path, String spec, boolean force) {
    try {
      Files.createDirectories(path);
    } catch (FileAlreadyExistsException e) {
      throw new RunFolderException(path, "is not a folder", e);
    } catch (IOException e) {
      throw new RunFolderException(
          path, "the folder cannot be made (" + WholeFile.cause(e) + ")", e);
    }
    FolderLock lock = FolderLock.of(path);
    try {
      if (force) {
        FILES.forEach(file -> WholeFile.delete(path.resolve(file)));
      } else {
        checkFree(path, spec);
      }
      WholeFile.sweep(path);
      WholeFile.write(path.resolve(SPEC), spec.getBytes(StandardCharsets.UTF_8));
      return new RunFolder(path, lock, spec);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void checkFree(Path path, String spec) {
    if (Files.exists(path.resolve(SPEC))) {
      boolean same = readText(path.resolve(SPEC)).equals(spec);
      boolean finished = Files.exists(path.resolve(RESULT));
      if (!same) {
        throw new RunFolderException(
            path, "holds a run of another spec; name another folder, or --force to overwrite it");
      }
      throw new RunFolderException(
          path,
          finished
              ? "holds the finished run of this spec; --force runs it again"
              : "holds an unfinished run of this spec; resume it, or --force to start over");
    }
    for (String file : FILES) {
      if (Files.exists(path.resolve(file))) {
        throw new RunFolderException(
            path, "holds a file " + file + " of something else; --force overwrites it");
      }
    }
  }

  /**
   * Opens the folder of a run that was begun before.
   *
   * @throws RunFolderException if there is no run in it, or it is in use
   */
  public static RunFolder open(Path path) {
    if (!Files.exists(path)) {
      throw new RunFolderException(path, "there is no such folder");
    }
    if (!Files.isDirectory(path)) {
      throw new RunFolderException(path, "is not a folder");
    }
    if (!Files.exists(path.resolve(SPEC))) {
      throw new RunFolderException(path, "holds no run: there is no spec.yaml in it");
    }
    FolderLock lock = FolderLock.of(path);
    try {
      WholeFile.sweep(path);
      return new RunFolder(path, lock, readText(path.resolve(SPEC)));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static String readText(Path file) {
    return new String(WholeFile.read(file), StandardCharsets.UTF_8);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** The text of spec.yaml. */
  public String spec() {
    return spec;
  }

  /** Whether the run has come to its end (or its early stop) and all its files are written. */
  public boolean isFinished() {
    return Files.exists(path.resolve(RESULT));
  }

  /**
   * The last checkpoint; none if the run ended before the first, and is to be run from the start.
   *
   * @throws RunFolderException if the checkpoint is damaged, of another format or another spec
   */
  public Optional<RunCheckpoint> readCheckpoint() {
    Path file = path.resolve(CHECKPOINT);
    return Files.exists(file)
        ? Optional.of(CheckpointFormat.read(WholeFile.read(file), file, spec))
        : Optional.empty();
  }

  /** Replaces the last checkpoint. */
  public void writeCheckpoint(RunCheckpoint checkpoint) {
    WholeFile.write(path.resolve(CHECKPOINT), CheckpointFormat.write(checkpoint, spec));
  }

  /** Writes series.csv: the records' numbers, a row a record. */
  public void writeSeries(List<Map<String, Object>> records) {
    WholeFile.write(path.resolve(SERIES), SeriesTable.of(records).getBytes(StandardCharsets.UTF_8));
  }

  /** Writes state.npy: the unknowns at the end, a NumPy vector of doubles. */
  public void writeState(double[] state) {
    WholeFile.write(path.resolve(STATE), NpyFile.bytes(Tensor.of(state)));
  }

  /** Writes parameters.npz, the network's parameters; nothing where there are none. */
  public void writeParameters(Map<String, Tensor> parameters) {
    if (!parameters.isEmpty()) {
      WholeFile.write(path.resolve(PARAMETERS), NpzFile.bytes(parameters));
    }
  }

  /** Writes fields.npz: NumPy arrays by name. */
  public void writeFields(Map<String, Tensor> fields) {
    WholeFile.write(path.resolve(FIELDS), NpzFile.bytes(fields));
  }

  /** Writes result.json, which finishes the run, and removes the checkpoint. */
  public void writeResult(RunResult result) {
    WholeFile.write(path.resolve(RESULT), result.toJson().getBytes(StandardCharsets.UTF_8));
    WholeFile.delete(path.resolve(CHECKPOINT));
  }

  /** The text of result.json of a finished run. */
  public String readResult() {
    return readText(path.resolve(RESULT));
  }

  /** Lets other processes in. */
  @Override
  public void close() {
    lock.close();
  }
}
