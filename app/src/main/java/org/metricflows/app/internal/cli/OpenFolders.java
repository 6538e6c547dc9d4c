package org.metricflows.app.internal.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.metricflows.bridge.internal.run.RunFolder;

/** Run folders by the names of their variants, held against other processes until closed. */
final class OpenFolders implements AutoCloseable {
  private final Map<String, RunFolder> folders = new LinkedHashMap<>();

  void add(String name, RunFolder folder) {
    folders.put(name, folder);
  }

  RunFolder get(String name) {
    return folders.get(name);
  }

  void forEach(BiConsumer<String, RunFolder> action) {
    folders.forEach(action);
  }

  @Override
  public void close() {
    folders.values().forEach(RunFolder::close);
  }
}
