package org.metricflows.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.app.internal.gallery.Example;
import org.metricflows.app.internal.gallery.Gallery;
import org.metricflows.app.internal.sweep.PlannedSweep;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.RunSpec;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Every spec of the gallery is listed, explained and without fault. */
class GalleryTest {
  static List<Example> examples() {
    return Gallery.all();
  }

  @Test
  void listsTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("gallery"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Gallery.names().stream().map(name -> name + ".yaml").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isExplained(Example example) {
    assertThat(example.about()).contains(":").hasSizeBetween(40, 110);
    assertThat(example.text().lines().takeWhile(line -> line.startsWith("#")).count())
        .isBetween(4L, 9L);
    assertThat(example.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(110));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isWithoutFault(Example example) {
    SpecSource source = SpecSource.ofText(example.text(), example.name() + ".yaml");
    RunSpec spec = read(example, source);
    assertThat(read(example, SpecSource.ofText(spec.toYaml(), "resolved"))).isEqualTo(spec);
    source.variants().values().forEach(variant -> assertThat(read(example, variant)).isNotNull());
    if (source.has("sweep")) {
      assertThat(PlannedSweep.of(source).runs()).hasSizeGreaterThan(4);
    }
  }

  private static RunSpec read(Example example, SpecSource source) {
    boolean moves = Stream.of("flow", "training", "solve").anyMatch(source::has);
    return moves ? Geometries.read(source) : source.read(Purpose.CURVATURE);
  }

  @Test
  void flagshipShowsInfiniteAndFiniteWidth() {
    Example flagship = Gallery.find("ricci-two-widths").orElseThrow();
    assertThat(SpecSource.ofText(flagship.text(), "flagship").variants().values())
        .extracting(variant -> variant.read(Purpose.RUN).network().isInfinite())
        .contains(true, false);
  }

  @Test
  void findsByNameWithOrWithoutEnding() {
    assertThat(Gallery.find("kerr.yaml")).isEqualTo(Gallery.find("kerr")).isPresent();
    assertThat(Gallery.find("../kerr")).isEmpty();
    assertThat(Gallery.find("none")).isEmpty();
  }
}
