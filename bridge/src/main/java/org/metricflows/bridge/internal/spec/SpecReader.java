package org.metricflows.bridge.internal.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.symbolic.InputException;

/** Understands the tree of a spec with a chart, section by section, and writes it. */
final class SpecReader {
  private static final Key<Value> TEST_POINTS =
      Key.of("test_points", Kind.points(), "points to look at besides the sample's")
          .without("none");
  private static final Key<Value> OBSERVE =
      Key.of(
              "observe",
              Kind.list(Kind.choice(Observed.ON_CHARTS).schema()),
              "what records carry besides loss and metric")
          .without("nothing");

  /** What says what records carry. */
  static final Codec<Spec> LOOKED_AT =
      Codec.of(
          "",
          TEST_POINTS.when(
              spec -> spec.testPoints().rows() > 0, spec -> spec.testPoints().toLists()),
          OBSERVE.as(spec -> spec.observe().stream().map(Observed.ON_CHARTS::name).toList()));

  static final Codec<Spec> CODEC =
      Codec.<Spec>of(
              "",
              CommonKeys.TITLE.of(Spec::title),
              section(ChartReader.CODEC, Spec::chart),
              section(MetricReader.CODEC, Spec::metric),
              section(NetworkReader.CODEC, Spec::network),
              section(FeatureSpec.CODEC, Spec::features),
              section(SampleReader.CODEC, Spec::sample),
              section(LossReader.CODEC, Spec::loss),
              section(FlowReader.CODEC, Spec::flow),
              section(TrainingReader.CODEC, Spec::training))
          .with(RegimeReader.ON_CHARTS, Spec::setting)
          .with(LOOKED_AT);

  static final Codec<Spec> ON_MANIFOLDS =
      Codec.<Spec>of(
              "",
              CommonKeys.TITLE.of(Spec::title),
              ManifoldReader.CODEC.of(spec -> (ManifoldSpec) spec.space()),
              section(MetricReader.OF_MANIFOLDS, Spec::metric),
              section(NetworkReader.CODEC, Spec::network),
              section(ManifoldSampleReader.CODEC, Spec::sample),
              section(LossReader.CODEC, Spec::loss),
              section(FlowReader.CODEC, Spec::flow),
              section(TrainingReader.CODEC, Spec::training))
          .with(RegimeReader.ON_CHARTS, Spec::setting)
          .with(LOOKED_AT);

  /** Sections of other spaces, of which a message may speak. */
  private static final List<String> OTHERS =
      List.of("lie_algebra", "rotational", "manifold", "variety");

  private final Path base;
  private final Purpose purpose;
  private final List<String> others;

  /**
   * @param others sections that may stand in the place of {@code chart}, for messages
   */
  SpecReader(Path base, Purpose purpose, List<String> others) {
    this.base = base;
    this.purpose = purpose;
    this.others = List.copyOf(others);
  }

  /** A section that a spec may lack. */
  private static <S> Line<Spec> section(Codec<S> codec, Function<Spec, S> part) {
    return codec.when(spec -> spec.has(codec.name()), part);
  }

  /** What a spec with such a space is written by. */
  static Codec<Spec> codec(SpaceSpec space) {
    return space instanceof ManifoldSpec ? ON_MANIFOLDS : CODEC;
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(CODEC.section().names());
    CommonKeys.GROUP.forEach(key -> keys.add(key.name()));
    keys.addAll(OTHERS);
    return keys;
  }

  Spec read(Node.Mapping root) {
    Fields fields = new Value(root, "").fields(keys());
    RegimeSpec setting = RegimeReader.onChart(fields);
    TrainingSpec training = training(fields);
    requireOne(fields);
    FlowSpec flow = fields.get("flow", null, v -> FlowReader.read(v, fields.has("network")));
    if (flow != null && !flow.dynamics().needs("network")) {
      fields.refuse("regime", "is of a network, which this flow does not have");
    }
    requireSections(fields, flow, training, setting);
    SpaceSpec space = space(fields);
    refuseWithoutSpace(fields, space);
    if (space instanceof ManifoldSpec) {
      refuseOnManifolds(fields, flow);
    }
    boolean natural = flow != null && flow.dynamics().descent() == Dynamics.Descent.NATURAL;
    MetricSpec metric = metric(fields, space);
    NetworkSpec network =
        fields.get(
            "network",
            null,
            v -> new NetworkReader(base, space, metric, training != null, natural).read(v));
    if (natural && network != null && network.isInfinite()) {
      throw fields
          .get("network")
          .fields(NetworkReader.CODEC.section().names())
          .get("width")
          .error("must be finite beside flow.descent 'natural', which moves parameters");
    }
    if (setting.regime() == Regime.LINEARISED && network != null && network.isInfinite()) {
      throw fields.get("regime").error("'linearised' is of a finite network");
    }
    return new Spec(
        fields.get("title", "", Value::text),
        space,
        metric,
        network,
        fields.get("features", null, FeatureSpec::read),
        fields.get("sample", null, v -> sample(v, space)),
        fields.get("loss", null, v -> LossReader.read(v, space)),
        flow,
        training,
        setting,
        fields.get(
            "test_points", Table.empty(), v -> SampleReader.points(v, space.coordinates().size())),
        fields.get("observe", List.of(), SpecReader::observe));
  }

  private static void requireOne(Fields fields) {
    for (String other : List.of("flow", "training")) {
      if (fields.has(other)) {
        fields.refuse("solve", "has no meaning beside '" + other + "': give one of them");
      }
    }
  }

  /** A training of the network in place of a flow. */
  private static TrainingSpec training(Fields fields) {
    if (fields.has("flow")) {
      fields.refuse("training", "has no meaning beside 'flow': give one of them");
    }
    if (!fields.has("training")) {
      return null;
    }
    Value section = fields.get("training");
    TrainingSpec training = TrainingReader.read(section);
    if (training.patience() > 0) {
      throw InputException.of(
              "training.early_stopping", "needs points held out, which a chart's sample has not")
          .in(section.node().location().toString());
    }
    return training;
  }

  /** What may stand in a section's place. */
  private String instead(String section) {
    boolean space = section.equals("chart") && !others.isEmpty();
    return space ? ", or one of " + String.join(", ", others) : "";
  }

  private boolean isNeeded(String section, FlowSpec flow) {
    boolean decided = purpose.followsFlow() && flow != null;
    return decided ? flow.dynamics().needs(section) : !section.equals("features");
  }

  private void requireSections(
      Fields fields, FlowSpec flow, TrainingSpec training, RegimeSpec setting) {
    for (String section : purpose.sections()) {
      boolean replaced =
          section.equals("flow") && (training != null || setting.solve().isPresent())
              || section.equals("network") && !setting.regime().hasNetwork();
      boolean optional = section.equals("metric") && fields.has("manifold");
      boolean stated = fields.has(section) || section.equals("chart") && fields.has("manifold");
      if (!stated && !replaced && !optional && isNeeded(section, flow)) {
        throw fields.missing(section, "'" + purpose.command() + "' needs it" + instead(section));
      }
    }
  }

  /** Of a manifold, where it is not stated, additive over the induced one. */
  private static MetricSpec metric(Fields fields, SpaceSpec space) {
    return space instanceof ManifoldSpec manifold && !fields.has("metric")
        ? MetricReader.induced(manifold)
        : fields.get("metric", null, v -> MetricReader.read(v, space));
  }

  private static SpaceSpec space(Fields fields) {
    return fields.has("manifold")
        ? ManifoldReader.read(fields.get("manifold"))
        : fields.get("chart", null, ChartReader::read);
  }

  private SampleSpec sample(Value section, SpaceSpec space) {
    return space instanceof ManifoldSpec manifold
        ? ManifoldSampleReader.read(section, manifold)
        : new SampleReader(base, (ChartSpec) space).read(section);
  }

  /** What works by Fourier series on a periodic grid. */
  private static void refuseOnManifolds(Fields fields, FlowSpec flow) {
    fields.refuse("features", "is for a periodic 'chart'; on a manifold give 'network'");
    for (Observable grid : fields.get("observe", List.<Observable>of(), SpecReader::observe)) {
      if (grid.equals(Vocabulary.EXACT_DISTANCE) || grid.equals(Vocabulary.RICCI_DISTANCE)) {
        throw fields
            .get("observe")
            .error("'" + grid.name() + "' compares with a flow on a periodic 'chart'");
      }
    }
    if (flow == null) {
      return;
    }
    Dynamics dynamics = flow.dynamics();
    if (dynamics.isOnGrid() || dynamics.needs("features")) {
      boolean kernel = dynamics.kernel().isPresent();
      throw fields
          .get("flow")
          .fields(FlowReader.CODEC.section().names())
          .get(kernel ? "kernel" : "equation")
          .error(
              dynamics.statement()
                  + " moves functions on a periodic 'chart'; on a manifold "
                  + (kernel
                      ? "a network does, flow.kernel 'network'"
                      : "a network follows it: give 'network'"));
    }
  }

  private static void refuseWithoutSpace(Fields fields, SpaceSpec space) {
    if (space != null) {
      return;
    }
    for (String section : List.of("metric", "sample", "loss", "test_points")) {
      if (fields.has(section)) {
        throw fields.missing("chart", "'" + section + "' needs its coordinates");
      }
    }
  }

  private static List<Observable> observe(Value value) {
    if (value.isList() && ((Node.Sequence) value.node()).items().isEmpty()) {
      return List.of();
    }
    return Observed.read(value, Observed.ON_CHARTS);
  }
}
