package org.metricflows.app.internal.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.run.RunFolderException;
import org.metricflows.bridge.internal.run.WholeFile;

/**
 * The folders of the runs that one command makes: the folder itself for a plain spec; a folder a
 * variant below it for a spec with {@code compare}, then {@code variants.txt} names them in order.
 */
public final class RunGroup {
  private static final String LIST = "variants.txt";

  private RunGroup() {}

  /** The folder of each variant; a plain spec has one variant without a name. */
  public static Map<String, Path> folders(Path out, List<String> variants) {
    Map<String, Path> folders = new LinkedHashMap<>();
    variants.forEach(name -> folders.put(name, name.isEmpty() ? out : out.resolve(name)));
    return folders;
  }

  /** Writes down what runs there are, whole or not at all. */
  public static void describe(Path out, List<String> variants) {
    if (variants.equals(List.of(""))) {
      return;
    }
    String list = String.join("\n", variants) + "\n";
    WholeFile.write(out.resolve(LIST), list.getBytes(StandardCharsets.UTF_8));
  }

  /** The runs that a folder holds. */
  public static Map<String, Path> in(Path folder) {
    Path list = folder.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return folders(folder, List.of(""));
    }
    try {
      List<String> names = new ArrayList<>(Files.readAllLines(list, StandardCharsets.UTF_8));
      names.removeIf(String::isBlank);
      return folders(folder, names);
    } catch (IOException e) {
      throw new RunFolderException(list, "cannot be read");
    }
  }
}
