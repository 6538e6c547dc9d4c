package org.metricflows.app.internal.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.internal.run.WholeFile;

/**
 * A page about finished runs, in one file that needs nothing else.
 *
 * @param html the whole document
 */
public record Report(String html) {

  /**
   * Makes the report of runs, of variants or of sweeps.
   *
   * @param folders of one run, of a spec's variants, or of a sweep; several stand side by side
   * @throws org.metricflows.bridge.internal.run.RunFolderException if one holds none of these, or
   *     what it holds is not finished
   */
  public static Report of(List<Path> folders) {
    Material material = Material.in(folders);
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(new EquationChapter(material.runs()).chapter());
    chapters.add(new SurfaceChapter(material.runs()).chapter());
    chapters.add(new MapChapter(material.runs()).chapter());
    chapters.add(new ProfileChapter(material.runs()).chapter());
    KernelChapter kernels = new KernelChapter(material);
    chapters.add(kernels.chapter());
    chapters.add(new RatioChapter(material.runs()).chapter());
    chapters.add(new SweepChapter(material.sweeps()).chapter());
    chapters.add(new SeriesChapter(material.runs(), kernels.drawn()).chapter());
    chapters.add(new EndChapter(material.runs()).chapter());
    chapters.add(new CheckChapter(material.runs()).chapter());
    chapters.add(new SpecChapter(material.runs()).chapter());
    chapters.add(new ProvenanceChapter(material.runs()).chapter());
    chapters.removeIf(chapter -> chapter.content().isEmpty());
    return new Report(Page.of(material, chapters));
  }

  /** Writes the page, whole or not at all. */
  public void write(Path file) {
    WholeFile.write(file, html.getBytes(StandardCharsets.UTF_8));
  }
}
