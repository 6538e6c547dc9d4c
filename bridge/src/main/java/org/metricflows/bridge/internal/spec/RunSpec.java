package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Place;

/**
 * A spec of any kind that can be run, understood: every value checked, every default filled in.
 *
 * <p>The kinds differ in the section that states their space.
 */
public interface RunSpec {
  /** A line of text, empty if there is none. */
  String title();

  /** Where what its records carry is defined. */
  Place place();

  /** What records carry on demand. */
  default List<Observable> observe() {
    return List.of();
  }

  /**
   * What a run of this spec lacks of a measure, as a message goes on after the measure's name;
   * empty if nothing.
   */
  default Optional<String> lacks(Measure measure) {
    return Lacking.of(this, measure);
  }

  /**
   * The spec as a tree of maps (in order), lists, texts, numbers and flags, as JSON writers take
   * it; all defaults are written out.
   */
  Map<String, Object> toTree();

  /** The tree as YAML; reading it gives an equal spec. */
  default String toYaml() {
    return YamlText.of(toTree());
  }
}
