package org.metricflows.bridge.spec;

import java.util.Arrays;
import java.util.List;

/** What space a spec is about; the section of this name states it. */
public enum Geometry implements Named {
  /** A metric in coordinates. */
  CHART("chart"),
  /** A left-invariant metric on a Lie group. */
  LIE_ALGEBRA("lie_algebra"),
  /** A rotationally symmetric metric. */
  ROTATIONAL("rotational"),
  /** A Kähler metric on a projective variety. */
  VARIETY("variety");

  private final String label;

  Geometry(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  static List<String> otherThanChart() {
    return Arrays.stream(values()).filter(g -> g != CHART).map(Geometry::label).toList();
  }

  /** The geometry of a spec; a chart where none is stated, whose reader says what is missing. */
  static Geometry of(Node.Mapping root) {
    List<Geometry> stated =
        Arrays.stream(values()).filter(g -> root.entries().containsKey(g.label)).toList();
    if (stated.size() > 1) {
      String second = stated.get(1).label;
      throw SpecException.at(
          root.entries().get(second).location(),
          second,
          "cannot stand beside '" + stated.get(0).label + "': a spec is about one geometry");
    }
    return stated.isEmpty() ? CHART : stated.get(0);
  }
}
