package org.metricflows.bridge.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricflows.symbolic.Suggestion;
import org.metricflows.symbolic.network.Activation;

/** Reads the section {@code network}. */
final class NetworkReader {
  static final List<String> KEYS =
      List.of(
          "width",
          "hidden_layers",
          "activation",
          "weight_std",
          "bias_std",
          "parametrization",
          "outputs",
          "centred",
          "initialisation",
          "seed",
          "parameters");
  private static final Map<String, Boolean> INITIALISATIONS =
      new TreeMap<>(Map.of("normal", false, "glorot", true));
  private static final int MAX_WIDTH = 100_000;
  private static final int MAX_DEPTH = 64;
  private static final long DEFAULT_SEED = 1;

  private final Path base;
  private final ChartSpec chart;
  private final MetricSpec metric;
  private final Outputs outputs;

  /** The chart and the metric may be null; shapes that follow from them are then not checked. */
  NetworkReader(Path base, ChartSpec chart, MetricSpec metric) {
    this(base, chart, metric, Outputs.INDEPENDENT);
  }

  private NetworkReader(Path base, ChartSpec chart, MetricSpec metric, Outputs outputs) {
    this.base = base;
    this.chart = chart;
    this.metric = metric;
    this.outputs = outputs;
  }

  /** For networks with one output, which need not say how outputs share them. */
  static NetworkReader ofOneOutput(Path base) {
    return new NetworkReader(base, null, null, Outputs.SHARED);
  }

  NetworkSpec read(Value section) {
    Fields fields = section.fields(KEYS);
    Width width = width(fields);
    boolean infinite = width instanceof Width.Infinite;
    Parametrization parametrization =
        fields.get("parametrization", Parametrization.NTK, v -> parametrization(v, infinite));
    Outputs outputs =
        fields.get("outputs", this.outputs, v -> v.choice(Named.byLabel(Outputs.values())));
    return new NetworkSpec(
        width,
        activation(fields.get("activation")),
        fields.get("weight_std", 1.0, v -> v.number("a positive number", x -> x > 0)),
        fields.get("bias_std", 0.0, v -> v.number("a number that is not negative", x -> x >= 0)),
        parametrization,
        outputs,
        fields.get("centred", true, v -> centred(v, infinite)),
        parameters(fields, width, outputs));
  }

  private static Width width(Fields fields) {
    Value layers = fields.get("hidden_layers");
    if (!fields.has("width")) {
      if (!layers.isList()) {
        throw layers.error(
            "must be a list of widths such as [64, 64], but is "
                + layers.node().describe()
                + "; a number of layers needs 'width: infinite' or 'width: 64' beside it");
      }
      return new Width.Finite(widths(layers));
    }
    Value width = fields.get("width");
    if (layers.isList()) {
      throw layers.error("must be the number of layers where 'width' is given, but is a list");
    }
    int depth = layers.integer(1, MAX_DEPTH);
    if (width.is("infinite")) {
      return new Width.Infinite(depth);
    }
    if (!width.isNumber()) {
      throw width.mustBe("'infinite' or the number of neurons of every hidden layer");
    }
    return new Width.Finite(Collections.nCopies(depth, width.integer(1, MAX_WIDTH)));
  }

  private static List<Integer> widths(Value layers) {
    List<Integer> widths = layers.list("a list of widths", v -> v.integer(1, MAX_WIDTH));
    if (widths.size() > MAX_DEPTH) {
      throw layers.mustBe("a list of at most " + MAX_DEPTH + " widths");
    }
    return widths;
  }

  private static String activation(Value value) {
    String text = value.expression();
    if (Activation.isNamed(text)) {
      return text;
    }
    if (text.matches("[A-Za-z]\\w*") && !text.equals(Activation.ARGUMENT.name())) {
      throw value.error(
          "must be a known name or an expression in u, but is '"
              + text
              + "'; "
              + Suggestion.ending(text, Activation.names()));
    }
    return FormulaReader.of(List.of(Activation.ARGUMENT.name())).check(value);
  }

  private static Parametrization parametrization(Value value, boolean infinite) {
    Parametrization chosen = value.choice(Named.byLabel(Parametrization.values()));
    if (infinite && chosen == Parametrization.STANDARD) {
      throw value.error(
          "must be ntk at infinite width: the kernel of the standard parametrization diverges");
    }
    return chosen;
  }

  private static boolean centred(Value value, boolean infinite) {
    boolean centred = value.flag();
    if (infinite && !centred) {
      throw value.error("must be true at infinite width: the flow starts at the background");
    }
    return centred;
  }

  private ParameterSpec parameters(Fields fields, Width width, Outputs outputs) {
    ParameterSpec seeded = drawn(fields, width);
    if (!fields.has("parameters")) {
      return width instanceof Width.Infinite ? new ParameterSpec.Seeded(DEFAULT_SEED) : seeded;
    }
    Value value = fields.get("parameters");
    String why = "has no meaning beside 'parameters': give one of them";
    List.of("seed", "initialisation").forEach(key -> fields.refuse(key, why));
    if (!(width instanceof Width.Finite finite)) {
      throw value.error("has no meaning at infinite width");
    }
    int inputs = chart == null ? 0 : chart.dimension();
    int components = metric == null ? 0 : metric.ansatz().outputs(chart.dimension());
    return new ParameterReader(base, inputs, finite.hiddenLayers(), outputs, components)
        .read(value);
  }

  private static ParameterSpec drawn(Fields fields, Width width) {
    long seed = fields.get("seed", DEFAULT_SEED, v -> v.integer(0, Long.MAX_VALUE));
    if (width instanceof Width.Infinite) {
      fields.refuse("initialisation", "has no meaning at infinite width");
    }
    boolean glorot = fields.get("initialisation", false, v -> v.choice(INITIALISATIONS));
    return glorot ? new ParameterSpec.Glorot(seed) : new ParameterSpec.Seeded(seed);
  }
}
