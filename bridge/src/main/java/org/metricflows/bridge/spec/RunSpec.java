package org.metricflows.bridge.spec;

import java.util.Map;

/**
 * A spec of any kind that can be run, understood: every value checked, every default filled in.
 *
 * <p>The kinds differ in the section that states their space.
 */
public interface RunSpec {
  /** A line of text, empty if there is none. */
  String title();

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
