package org.metricflows.app.internal.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.SvgFigure;
import org.metricflows.bridge.internal.run.RunFolderException;
import org.metricflows.bridge.internal.run.WholeFile;

/**
 * The folder {@code figures} of a run or of several.
 *
 * @param path the folder of the run
 */
public record FigureFolder(Path path) {

  /**
   * Writes figures as NAME.svg and NAME.csv in the place of those that are there; without figures
   * there is no folder.
   *
   * @throws RunFolderException if a file cannot be written or removed
   */
  public void write(Map<String, Figure> figures) {
    Path folder = path.resolve("figures");
    try {
      clear(folder);
      if (!figures.isEmpty()) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new RunFolderException(
          folder, "cannot be cleared or made (" + e.getClass().getSimpleName() + ")");
    }
    figures.forEach(
        (name, figure) -> {
          write(folder.resolve(name + ".svg"), SvgFigure.of(figure));
          write(folder.resolve(name + ".csv"), figure.toCsv());
        });
  }

  private static void write(Path file, String text) {
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.getFileName().toString().matches(".*\\.(svg|csv)")) {
          Files.delete(file);
        }
      }
    }
  }
}
