package org.metricflows.bridge.observable;

/** Where observables are defined. */
public enum Place {
  /** A metric in coordinates, at points or on a periodic grid. */
  CHART("chart"),
  /** A left-invariant metric. */
  LIE_GROUP("lie_algebra"),
  /** A rotationally symmetric metric on a sphere. */
  SPHERE("rotational sphere"),
  /** A rotationally symmetric soliton. */
  SOLITON("rotational soliton"),
  /** A Kähler metric on a Calabi–Yau variety. */
  VARIETY("variety");

  private final String label;

  Place(String label) {
    this.label = label;
  }

  /** The section of a spec that states it, and of what. */
  public String label() {
    return label;
  }
}
