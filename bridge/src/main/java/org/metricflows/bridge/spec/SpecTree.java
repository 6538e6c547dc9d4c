package org.metricflows.bridge.spec;

import java.util.LinkedHashMap;
import java.util.Map;

/** A spec as a tree of maps, lists, texts, numbers and flags: what reads back as an equal spec. */
final class SpecTree {
  private SpecTree() {}

  static Map<String, Object> of(Spec spec) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", spec.title());
    if (spec.has("chart")) {
      tree.put("chart", ChartReader.CODEC.write(spec.chart()));
    }
    if (spec.has("metric")) {
      tree.put("metric", MetricReader.CODEC.write(spec.metric()));
    }
    if (spec.has("network")) {
      tree.put("network", NetworkReader.CODEC.write(spec.network()));
    }
    if (spec.has("features")) {
      tree.put("features", FeatureSpec.CODEC.write(spec.features()));
    }
    if (spec.has("sample")) {
      tree.put("sample", SampleReader.CODEC.write(spec.sample()));
    }
    if (spec.has("loss")) {
      tree.put("loss", spec.loss().section());
    }
    if (spec.has("flow")) {
      tree.put("flow", FlowReader.CODEC.write(spec.flow()));
    }
    if (spec.has("training")) {
      tree.put("training", TrainingReader.CODEC.write(spec.training()));
    }
    tree.putAll(RegimeReader.ON_CHARTS.write(spec.setting()));
    if (spec.testPoints().rows() > 0) {
      tree.put("test_points", spec.testPoints().toLists());
    }
    tree.put("observe", spec.observe().stream().map(Observed.ON_CHARTS::name).toList());
    return tree;
  }
}
