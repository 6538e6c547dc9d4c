package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sections of the specs of each space. */
final class Spaces {

  /**
   * The specs of a space.
   *
   * @param name of the section that states it
   * @param about what it is, for a person
   * @param sections the space's own
   * @param keys what else stands at the top
   */
  record Space(String name, String about, List<Section> sections, List<Key<?>> keys) {
    Space {
      sections = List.copyOf(sections);
      keys = List.copyOf(keys);
    }

    /** All that stands at the top of such a spec. */
    List<Key<?>> top() {
      List<Key<?>> top = new ArrayList<>(List.of(CommonKeys.TITLE));
      sections.forEach(section -> top.add(Key.of(section.name(), Kind.section(section), "")));
      top.addAll(keys);
      top.addAll(CommonKeys.GROUP);
      return top;
    }
  }

  private static final Key<Value> METHOD =
      Key.of(
              "method",
              Kind.value(Map.of("enum", methods())),
              "`adam` on batches, `lbfgs` on all points, a step an epoch, or `natural-gradient`, Gauss"
                  + " and Newton's steps on batches; `donaldson` or `optimal` for the ansatz `algebraic`")
          .without("`adam`");

  /** Of potentials, then of algebraic metrics. */
  private static List<String> methods() {
    List<String> methods = new ArrayList<>();
    for (TrainingSpec.Method method : TrainingSpec.Method.values()) {
      methods.add(method.label());
    }
    for (AlgebraicSpec.Method method : AlgebraicSpec.Method.values()) {
      methods.add(method.label());
    }
    return methods;
  }

  static final List<Space> ALL =
      List.of(
          new Space(
              "chart",
              "a metric in coordinates, at points or on a periodic grid",
              List.of(
                  ChartReader.CODEC.section(),
                  MetricReader.CODEC.section(),
                  NetworkReader.CODEC.section(),
                  FeatureSpec.CODEC.section(),
                  SampleReader.CODEC.section(),
                  LossReader.CODEC.section(),
                  FlowReader.CODEC.section(),
                  TrainingReader.CODEC.section()),
              chart()),
          new Space(
              "lie_algebra",
              "a left-invariant metric on a Lie group",
              List.of(
                  LieAlgebraReader.CODEC.section(),
                  HomogeneousReader.METRIC.section(),
                  HomogeneousReader.FLOW.section()),
              List.of()),
          new Space(
              "rotational",
              "a rotationally symmetric metric",
              List.of(RotationalReader.SECTION.section(), RotationalReader.FLOW.section()),
              List.of()),
          new Space(
              "manifold",
              "a metric on a closed submanifold of R^N",
              List.of(
                  ManifoldReader.CODEC.section(),
                  MetricReader.OF_MANIFOLDS.section(),
                  NetworkReader.CODEC.section(),
                  ManifoldSampleReader.CODEC.section(),
                  LossReader.CODEC.section(),
                  FlowReader.CODEC.section(),
                  TrainingReader.CODEC.section()),
              chart()),
          new Space(
              "variety",
              "a Kähler metric on a Calabi–Yau variety",
              List.of(
                  VarietyReader.CODEC.section(),
                  CalabiYauReader.metric(),
                  NetworkReader.OF_ONE_OUTPUT.section(),
                  VarietyReader.SAMPLE.section(),
                  CalabiYauReader.LOSS.section(),
                  training(),
                  FlowReader.ON_VARIETIES.section()),
              RegimeReader.ON_VARIETIES.section().keys()));

  private Spaces() {}

  /** What stands at the top of a spec of a chart besides sections and what all specs have. */
  private static List<Key<?>> chart() {
    List<Key<?>> keys = new ArrayList<>(RegimeReader.ON_CHARTS.section().keys());
    keys.addAll(SpecReader.LOOKED_AT.section().keys());
    return keys;
  }

  /** A network's training, or Donaldson's iteration: their keys are told apart by the reader. */
  private static Section training() {
    return Section.of("training", METHOD)
        .or(TrainingReader.CODEC.section())
        .or(AlgebraicReader.TRAINING.section());
  }
}
