package org.metricflows.bridge.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricflows.numeric.network.OutputSharing;

/** A spec as a tree of maps, lists, texts, numbers and flags: what reads back as an equal spec. */
final class SpecTree {
  private SpecTree() {}

  static Map<String, Object> of(Spec spec) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", spec.title());
    if (spec.has("chart")) {
      tree.put("chart", chart(spec.chart()));
    }
    if (spec.has("metric")) {
      tree.put("metric", metric(spec.metric()));
    }
    if (spec.has("network")) {
      tree.put("network", network(spec.network()));
    }
    if (spec.has("features")) {
      tree.put("features", features(spec.features()));
    }
    if (spec.has("sample")) {
      tree.put("sample", sample(spec.sample()));
    }
    if (spec.has("loss")) {
      tree.put("loss", spec.loss().section());
    }
    if (spec.has("flow")) {
      tree.put("flow", flow(spec.flow()));
    }
    if (spec.has("training")) {
      tree.put("training", TrainingReader.tree(spec.training()));
    }
    if (!spec.setting().equals(RegimeSpec.network())) {
      spec.setting().addTo(tree);
    }
    if (spec.testPoints().rows() > 0) {
      tree.put("test_points", spec.testPoints().toLists());
    }
    tree.put("observe", spec.observe().stream().map(Observed.ON_CHARTS::name).toList());
    return tree;
  }

  private static Map<String, Object> chart(ChartSpec chart) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("coordinates", chart.coordinates());
    Map<String, Object> periods = new LinkedHashMap<>();
    for (String name : chart.coordinates()) {
      if (chart.periods().containsKey(name)) {
        periods.put(name, chart.periods().get(name).text());
      }
    }
    if (!periods.isEmpty()) {
      tree.put("periodic", periods);
    }
    return tree;
  }

  private static Map<String, Object> metric(MetricSpec metric) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("ansatz", metric.ansatz().key());
    tree.put("background", metric.background().texts());
    return tree;
  }

  static Map<String, Object> network(NetworkSpec network) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (network.width() instanceof Width.Finite finite) {
      tree.put("hidden_layers", finite.hiddenLayers());
    } else {
      tree.put("width", "infinite");
      tree.put("hidden_layers", network.width().depth());
    }
    tree.put("activation", network.activation().name());
    tree.put("weight_std", network.weightStd());
    tree.put("bias_std", network.biasStd());
    tree.put("parametrization", NetworkReader.PARAMETRIZATIONS.name(network.parametrization()));
    tree.put("outputs", NetworkReader.OUTPUTS.name(network.outputs()));
    tree.put("centred", network.centred());
    if (network.parameters() instanceof ParameterSpec.Given given) {
      boolean shared = network.outputs() == OutputSharing.SHARED;
      List<Object> networks = given.networks().stream().map(SpecTree::layers).toList();
      tree.put("parameters", shared ? networks.get(0) : networks);
    } else if (network.parameters() instanceof ParameterSpec.Glorot glorot) {
      tree.put("initialisation", "glorot");
      tree.put("seed", glorot.seed());
    } else {
      tree.put("seed", ((ParameterSpec.Seeded) network.parameters()).seed());
    }
    return tree;
  }

  private static Map<String, Object> features(FeatureSpec features) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("width", features.width().isPresent() ? features.width().getAsInt() : "infinite");
    tree.put("bandwidth", features.bandwidth());
    tree.put("seed", features.seed());
    return tree;
  }

  private static Object layers(List<ParameterSpec.Layer> layers) {
    return layers.stream()
        .map(
            layer -> {
              Map<String, Object> tree = new LinkedHashMap<>();
              tree.put("weights", layer.weights().toLists());
              tree.put("biases", layer.biases());
              return tree;
            })
        .toList();
  }

  private static Map<String, Object> sample(SampleSpec sample) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (sample instanceof SampleSpec.Points points) {
      tree.put("points", points.points().toLists());
      tree.put("weights", points.weights());
    } else if (sample instanceof SampleSpec.Grid grid) {
      tree.put("grid", grid.sizes());
      box(tree, grid.box());
    } else if (sample instanceof SampleSpec.MonteCarlo monteCarlo) {
      tree.put("monte_carlo", monteCarlo.count());
      tree.put("seed", monteCarlo.seed());
      box(tree, monteCarlo.box());
    }
    return tree;
  }

  private static void box(Map<String, Object> tree, Map<String, SampleSpec.Interval> box) {
    if (!box.isEmpty()) {
      Map<String, Object> intervals = new TreeMap<>();
      box.forEach((name, ends) -> intervals.put(name, List.of(ends.from(), ends.to())));
      tree.put("box", intervals);
    }
  }

  static Map<String, Object> flow(FlowSpec flow) {
    Map<String, Object> tree = new LinkedHashMap<>();
    dynamics(tree, flow.dynamics());
    tree.put("time", flow.time());
    tree.put("record", flow.record());
    tree.put("integrator", flow.integrator().label());
    tree.put("relative_tolerance", flow.relativeTolerance());
    tree.put("absolute_tolerance", flow.absoluteTolerance());
    flow.step().ifPresent(step -> tree.put("step", step));
    flow.tau().ifPresent(tau -> tree.put("tau", tau));
    return tree;
  }

  private static void dynamics(Map<String, Object> tree, Dynamics dynamics) {
    if (dynamics instanceof Named equation) {
      tree.put("equation", equation.label());
      return;
    }
    tree.put("equation", "gradient");
    if (dynamics instanceof Dynamics.Local local) {
      tree.put("kernel", "local");
      tree.put("bandwidth", local.bandwidth());
      tree.put("supermetric", local.supermetric().label());
    } else if (dynamics instanceof Dynamics.Features features) {
      tree.put("kernel", "features");
      tree.put("supermetric", features.supermetric().label());
    } else {
      tree.put("kernel", "network");
    }
  }
}
