package org.metricflows.bridge.internal.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.symbolic.Suggestion;
import org.metricflows.symbolic.network.Activation;

/** Reads the section {@code network}. */
final class NetworkReader {
  static final Choice<Parametrization> PARAMETRIZATIONS =
      Choice.of("ntk", Parametrization.NTK, "standard", Parametrization.STANDARD);
  static final Choice<OutputSharing> OUTPUTS =
      Choice.of("independent", OutputSharing.INDEPENDENT, "shared", OutputSharing.SHARED);
  private static final Map<String, Boolean> INITIALISATIONS =
      new TreeMap<>(Map.of("normal", false, "glorot", true));
  private static final int MAX_WIDTH = 100_000;

  /**
   * Nothing ends at a depth, but kernels are recorded layer by layer: ten thousand of gelu take a
   * minute. More is a misprint.
   */
  private static final int MAX_DEPTH = 10_000;

  private static final long DEFAULT_SEED = 1;

  private static final Key<Value> HIDDEN_LAYERS =
      Key.of(
              "hidden_layers",
              Kind.anyOf(
                  Kind.listSchema(Kind.integer(1, MAX_WIDTH).schema()),
                  Kind.integer(1, MAX_DEPTH).schema()),
              "widths, `[64, 64]`; or how many there are, beside `width`")
          .without("`[64, 64, 64]` of potentials");
  private static final Key<Value> WIDTH =
      Key.of(
          "width",
          Kind.anyOf(Map.of("const", "infinite"), Kind.integer(1, MAX_WIDTH).schema()),
          "`infinite`, or one width for all hidden layers");
  private static final Key<Activation> ACTIVATION =
      Key.of(
              "activation",
              new Kind<>(NetworkReader::activation, Activation::name, Map.of("type", "string")),
              "a name (" + String.join(", ", Activation.names()) + ") or a formula in `u`")
          .without("`gelu` of potentials");
  private static final Key<Double> WEIGHT_STD =
      Key.of("weight_std", Kind.positive(), 1.0, "1", "σ_w > 0");

  /** Without biases f(0) = 0, and an odd activation makes odd functions: such flows stand still. */
  private static final double MOVING = 0.5;

  /** Three layers of 64 learn Calabi–Yau metrics to a per cent in a minute. */
  private static final List<Integer> SERVING = List.of(64, 64, 64);

  private static final Key<Double> BIAS_STD =
      Key.of(
              "bias_std",
              Kind.notNegative(),
              "σ_b ≥ 0. With `ntk` and 0 a network has f(0) = 0, and with an odd activation (tanh, erf,"
                  + " sin) it is odd: what is even in the coordinates it cannot learn")
          .without("0.5 on charts with `ntk`, else 0");
  private static final Key<Parametrization> PARAMETRIZATION =
      Key.of("parametrization", Kind.choice(PARAMETRIZATIONS), "`ntk` or `standard`")
          .without("`standard` of a finite network with `training`, else `ntk`");
  private static final Key<OutputSharing> SHARING =
      Key.of(
              "outputs",
              Kind.choice(OUTPUTS),
              "`independent`: a network a component; `shared`: one body, a read-out a component")
          .without("`independent`");
  private static final Map<String, Boolean> INPUT_KINDS =
      new TreeMap<>(Map.of("coordinates", false, "periodic", true));
  private static final Key<Value> INPUTS =
      Key.of(
              "inputs",
              Kind.value(Map.of("enum", List.copyOf(INPUT_KINDS.keySet()))),
              "`coordinates`, or `periodic`: the cosine and sine of each coordinate that has a period,"
                  + " so that functions are periodic, without a seam")
          .without("`periodic` of `flow.descent: natural` on a periodic chart, else `coordinates`");
  private static final Key<Boolean> CENTRED =
      Key.of(
              "centred",
              Kind.flag(),
              "subtract the initial output, so that the flow starts at the background (always so at"
                  + " infinite width)")
          .without("`true`");
  private static final Key<Value> INITIALISATION =
      Key.of(
              "initialisation",
              Kind.value(Map.of("enum", List.copyOf(INITIALISATIONS.keySet()))),
              "`normal`, or `glorot`: weights uniform in ±√(6/(n_in+n_out)), biases 0")
          .without("`normal`");
  private static final Key<Long> SEED =
      Key.of("seed", Kind.seed(), "of the initial parameters; none at infinite width").without("1");
  private static final Key<Value> PARAMETERS =
      Key.of(
          "parameters",
          Kind.anyOf(Map.of("type", "array"), Map.of("type", "string")),
          "instead of `seed`: `[{weights: [[…]], biases: […]}, …]`, layer by layer, a row an output;"
              + " for independent outputs a list of such lists; or the name of a YAML or JSON file"
              + " that holds it, of a run folder or of its `parameters.npz`, to go on from there");
  private static final Key<Value> START =
      Key.of(
              "start",
              Kind.anyOf(Map.of("type", "array"), Map.of("type", "string")),
              "beside `parameters`: what a centred network subtracts, and a linearised one is linearised"
                  + " at, in the same form; a run folder has its own")
          .without("`parameters`");
  static final Codec<NetworkSpec> CODEC =
      Codec.of(
          "network",
          WIDTH.when(NetworkSpec::isInfinite, network -> "infinite"),
          HIDDEN_LAYERS
              .as(Width.Finite.class, Width.Finite::hiddenLayers)
              .or(HIDDEN_LAYERS.as(Width::depth))
              .on(NetworkSpec::width),
          ACTIVATION.of(NetworkSpec::activation),
          WEIGHT_STD.of(NetworkSpec::weightStd),
          BIAS_STD.of(NetworkSpec::biasStd),
          PARAMETRIZATION.of(NetworkSpec::parametrization),
          SHARING.of(NetworkSpec::outputs),
          INPUTS.as(network -> network.periodic() ? "periodic" : "coordinates"),
          CENTRED.of(NetworkSpec::centred),
          INITIALISATION
              .as(ParameterSpec.Glorot.class, drawn -> "glorot")
              .on(NetworkSpec::parameters),
          SEED.of(ParameterSpec.Seeded.class, ParameterSpec.Seeded::seed)
              .or(SEED.of(ParameterSpec.Glorot.class, ParameterSpec.Glorot::seed))
              .on(NetworkSpec::parameters),
          PARAMETERS.perhaps(ParameterReader::written),
          START.perhaps(ParameterReader::writtenStart));

  /** Of networks with one output. */
  static final Codec<NetworkSpec> OF_ONE_OUTPUT = CODEC.without(SHARING).without(INPUTS);

  private final Path base;
  private final SpaceSpec space;
  private final MetricSpec metric;
  private final OutputSharing outputs;
  private final boolean trained;
  private final boolean natural;

  /**
   * The chart and the metric may be null; shapes that follow from them are then not checked.
   *
   * @param trained whether a training moves the network, in place of a flow
   * @param natural whether a natural-gradient flow does
   */
  NetworkReader(Path base, SpaceSpec space, MetricSpec metric, boolean trained, boolean natural) {
    this(base, space, metric, OutputSharing.INDEPENDENT, trained, natural);
  }

  private NetworkReader(
      Path base,
      SpaceSpec space,
      MetricSpec metric,
      OutputSharing outputs,
      boolean trained,
      boolean natural) {
    this.base = base;
    this.space = space;
    this.metric = metric;
    this.outputs = outputs;
    this.trained = trained;
    this.natural = natural;
  }

  /** For networks with one output, which need not say how outputs share them. */
  static NetworkReader ofOneOutput(Path base, boolean trained) {
    return new NetworkReader(base, null, null, OutputSharing.SHARED, trained, false);
  }

  private boolean isOfOneOutput() {
    return outputs == OutputSharing.SHARED;
  }

  NetworkSpec read(Value section) {
    Fields fields = CODEC.in(section);
    Width width = width(fields);
    boolean infinite = width instanceof Width.Infinite;
    Parametrization parametrization =
        fields.get(
            "parametrization",
            trained && !infinite ? Parametrization.STANDARD : Parametrization.NTK,
            v -> parametrization(v, infinite));
    boolean moving = parametrization == Parametrization.NTK && !isOfOneOutput();
    OutputSharing outputs = fields.get("outputs", this.outputs, OUTPUTS::read);
    boolean periodic = fields.get("inputs", natural && isPeriodic(), this::periodic);
    return new NetworkSpec(
        width,
        isOfOneOutput() && !infinite
            ? fields.get("activation", Activation.named("gelu"), NetworkReader::activation)
            : fields.get(ACTIVATION),
        fields.get(WEIGHT_STD),
        fields.get("bias_std", moving ? MOVING : 0.0, BIAS_STD.kind().reader()),
        parametrization,
        outputs,
        periodic,
        fields.get("centred", true, v -> centred(v, infinite)),
        parameters(fields, width, outputs, periodic));
  }

  private boolean isPeriodic() {
    return space != null && space.isPeriodic();
  }

  private boolean periodic(Value value) {
    boolean periodic = value.choice(INPUT_KINDS);
    if (periodic && !isPeriodic()) {
      throw value.error("'periodic' needs a coordinate with a period, in chart.periodic");
    }
    return periodic;
  }

  private Width width(Fields fields) {
    if (isOfOneOutput() && !fields.has("hidden_layers") && !fields.has("width")) {
      return new Width.Finite(SERVING);
    }
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

  private static Activation activation(Value value) {
    String text = value.expression();
    if (Activation.isNamed(text)) {
      return Activation.named(text);
    }
    if (text.matches("[A-Za-z]\\w*") && !text.equals(Activation.ARGUMENT.name())) {
      throw value.error(
          "must be a known name or an expression in u, but is '"
              + text
              + "'; "
              + Suggestion.ending(text, Activation.names()));
    }
    return new Activation(text, FormulaReader.of(List.of(Activation.ARGUMENT.name())).read(value));
  }

  private static Parametrization parametrization(Value value, boolean infinite) {
    Parametrization chosen = PARAMETRIZATIONS.read(value);
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

  private ParameterSpec parameters(
      Fields fields, Width width, OutputSharing outputs, boolean periodic) {
    ParameterSpec seeded = drawn(fields, width);
    if (!fields.has("parameters")) {
      fields.refuse("start", "has no meaning without 'parameters'");
      return width instanceof Width.Infinite ? new ParameterSpec.Seeded(DEFAULT_SEED) : seeded;
    }
    Value value = fields.get("parameters");
    String why = "has no meaning beside 'parameters': give one of them";
    List.of("seed", "initialisation").forEach(key -> fields.refuse(key, why));
    if (!(width instanceof Width.Finite finite)) {
      throw value.error("has no meaning at infinite width");
    }
    int inputs = space == null ? 0 : space.inputs(periodic).count();
    int components = metric == null ? 0 : metric.ansatz().outputs(space.dimension());
    return new ParameterReader(base, inputs, finite.hiddenLayers(), outputs, components)
        .read(value, fields.find("start"));
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
