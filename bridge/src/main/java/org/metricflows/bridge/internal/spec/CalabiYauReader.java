package org.metricflows.bridge.internal.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.metricflows.bridge.internal.spec.PotentialLossSpec.Normalisation;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.kahler.Features;
import org.metricflows.symbolic.internal.kahler.KahlerDensity;
import org.metricflows.symbolic.internal.kahler.KahlerLoss;
import org.metricflows.symbolic.internal.kahler.MongeAmpereLoss;

/** Understands the tree of a spec with a variety, section by section. */
final class CalabiYauReader {
  private static final String POTENTIAL = "kahler-potential";
  private static final Map<String, String> ANSATZE =
      new TreeMap<>(Map.of(POTENTIAL, "", AlgebraicReader.ANSATZ, ""));
  static final Choice<Features> FEATURES = Choice.of(Features.values(), Features::key);
  private static final int MAX_RICCI_POINTS = 100_000;

  private static final Choice<Normalisation> NORMALISATIONS =
      Choice.of(Normalisation.values(), Normalisation::label);

  private static final Key<Features> OF_POINTS =
      Key.of(
          "features",
          Kind.choice(FEATURES),
          Features.INVARIANT,
          "`invariant`",
          "what φ is a function of: `invariant`, Re and Im of z_i z̄_j/|z|² in each factor, keeps the"
              + " Kähler class; `symmetric`, on z0^N + … = 0 alone, functions of these that its"
              + " symmetries leave as they are, n + 3 of them, with which a network learns a hundred"
              + " times faster; `raw`, Re z_i and Im z_i, jumps between patches");
  private static final Key<Integer> RICCI_POINTS =
      Key.of(
          "ricci_points",
          Kind.integer(0, MAX_RICCI_POINTS),
          PotentialMetricSpec.RICCI_POINTS,
          "1000",
          "at how many of the points that records look at the Ricci curvature is measured, at most; 0"
              + " for none. Networks only, frozen kernels' records have none");
  static final Key<Value> ANSATZ =
      Key.of(
              "ansatz",
              Kind.value(Map.of("enum", List.copyOf(ANSATZE.keySet()))),
              "`kahler-potential` g_FS + ∂∂̄φ, φ a network; or `algebraic`")
          .without("`kahler-potential`");
  static final Codec<PotentialMetricSpec> METRIC =
      Codec.of(
          "metric",
          ANSATZ.as(metric -> POTENTIAL),
          OF_POINTS.of(PotentialMetricSpec::features),
          RICCI_POINTS.of(PotentialMetricSpec::ricciPoints));

  private static final Key<Integer> POWER =
      Key.of("power", Kind.integer(1, 2), 2, "2", "p, 1 or 2; the squared loss learns faster");
  private static final Key<Normalisation> NORMALISATION =
      Key.of(
          "normalisation",
          Kind.choice(NORMALISATIONS),
          Normalisation.FIXED,
          "`fixed`",
          "κ: `fixed`, Vol_K/Vol_Ω of the sample; `exact`, ⟨w det g/|Ω|²⟩/⟨w⟩ over the batch, in"
              + " the gradient too");
  static final Codec<PotentialLossSpec> LOSS =
      Codec.of(
          "loss",
          Key.of(
                  "name",
                  Kind.value(Map.of("enum", List.of("monge-ampere"))),
                  "`monge-ampere`: ⟨w|1−q|^p⟩/⟨w⟩, q = det g/(κ|Ω|²); none for a density of one's own")
              .without("`monge-ampere`")
              .as(MongeAmpereLoss.class, loss -> "monge-ampere")
              .on(PotentialLossSpec::loss),
          Key.of(
                  "density",
                  Kind.formula(),
                  "in place of a name ℓ of ⟨wℓ⟩/⟨w⟩, in q and the traces of g relative to g_FS, `trace`"
                      + " tr(g_FS⁻¹g) and `traceinverse` (or `trace_inverse`) tr(g⁻¹g_FS)")
              .as(KahlerDensity.class, KahlerDensity::formula)
              .on(PotentialLossSpec::loss),
          POWER.of(MongeAmpereLoss.class, MongeAmpereLoss::power).on(PotentialLossSpec::loss),
          NORMALISATION.of(PotentialLossSpec::normalisation));

  static final Codec<CalabiYauSpec> CODEC =
      Codec.<CalabiYauSpec>of(
              "",
              CommonKeys.TITLE.of(CalabiYauSpec::title),
              VarietyReader.CODEC.of(CalabiYauSpec::variety),
              METRIC.of(CalabiYauSpec::metric),
              NetworkReader.OF_ONE_OUTPUT.of(CalabiYauSpec::network),
              VarietyReader.SAMPLE.of(CalabiYauSpec::sample),
              LOSS.when(spec -> !isRicciFlow(spec.flow()), CalabiYauSpec::loss),
              TrainingReader.CODEC.perhaps(CalabiYauSpec::training),
              FlowReader.ON_VARIETIES.perhaps(CalabiYauSpec::flow),
              CommonKeys.COMPARE.onlyRead())
          .with(RegimeReader.ON_VARIETIES, CalabiYauSpec::setting);

  private final Path base;

  CalabiYauReader(Path base) {
    this.base = base;
  }

  CalabiYauSpec read(Node.Mapping root) {
    Fields fields = CODEC.in(new Value(root, ""));
    RegimeReader.requireOne(fields, List.of("training", "flow", "solve"));
    VarietySpec variety = VarietyReader.variety(fields.get("variety"));
    RegimeSpec setting = RegimeReader.read(fields);
    Optional<FlowSpec> flow = fields.find("flow").map(FlowReader::readOnVariety);
    return checked(
        new CalabiYauSpec(
            fields.get("title", "", Value::text),
            variety,
            fields.get("metric", PotentialMetricSpec.standard(), CalabiYauReader::metric),
            network(
                fields
                    .find("network")
                    .orElseGet(
                        () -> new Value(new Node.Mapping(root.location(), Map.of()), "network")),
                setting,
                fields.has("training")),
            VarietyReader.sample(base, fields.get("sample"), variety),
            fields.get(
                "loss",
                isRicciFlow(flow)
                    ? PotentialLossSpec.ofRicciFlow()
                    : PotentialLossSpec.fixed(new MongeAmpereLoss(2)),
                CalabiYauReader::loss),
            fields.find("training").map(TrainingReader::read),
            flow,
            setting),
        fields);
  }

  /** Frozen kernels move along gradients of residuals, which other losses do not have. */
  private static CalabiYauSpec checked(CalabiYauSpec spec, Fields fields) {
    if (spec.features() == Features.SYMMETRIC && !spec.variety().variety().isFermat()) {
      throw fields
          .get("metric")
          .error("'features: symmetric' is for z0^N + z1^N + … = 0 in one projective space alone");
    }
    if (isRicciFlow(spec.flow())) {
      fields.refuse("loss", "has no meaning beside flow.equation 'kahler-ricci'");
    }
    if (spec.setting().isKernel() && natural(spec)) {
      throw fields
          .get("regime")
          .error("has no parameters that could follow the flow; use 'network'");
    }
    boolean squared = spec.loss().equals(PotentialLossSpec.fixed(new MongeAmpereLoss(2)));
    if (spec.setting().isFrozen() && !squared) {
      String named = spec.loss().loss() instanceof MongeAmpereLoss ? "" : "name: monge-ampere, ";
      String why = "of regime '" + spec.regime().label() + "' must have " + named + "power: 2";
      throw fields.has("loss")
          ? fields.get("loss").error(why + " and the normalisation 'fixed'")
          : fields.missing("loss", "that " + why);
    }
    return spec;
  }

  private static boolean isRicciFlow(Optional<FlowSpec> flow) {
    return flow.filter(spec -> !spec.dynamics().needs("loss")).isPresent();
  }

  private static boolean natural(CalabiYauSpec spec) {
    return spec.flow().stream()
        .anyMatch(flow -> flow.dynamics().descent() == Dynamics.Descent.NATURAL);
  }

  /** The keys of all metrics of a variety. */
  static Section metric() {
    return METRIC.section().or(AlgebraicReader.METRIC.section());
  }

  private static PotentialMetricSpec metric(Value section) {
    Fields fields = metric().in(section);
    fields.find(ANSATZ).ifPresent(v -> v.choice(ANSATZE));
    for (String key : List.of("degree", "symmetric", "noise", "seed")) {
      fields.refuse(key, "is for the ansatz 'algebraic'");
    }
    return new PotentialMetricSpec(fields.get(OF_POINTS), fields.get(RICCI_POINTS));
  }

  private NetworkSpec network(Value section, RegimeSpec setting, boolean trained) {
    NetworkReader.CODEC.in(section).refuse("outputs", "has no meaning: a potential is one");
    NetworkSpec network = NetworkReader.ofOneOutput(base, trained).read(section);
    if (network.isInfinite() && !setting.isKernel()) {
      throw section.error("'width: infinite' is for the regime 'infinite' and other fixed kernels");
    }
    return network;
  }

  private static PotentialLossSpec loss(Value section) {
    Fields fields = LOSS.in(section);
    return new PotentialLossSpec(density(fields), fields.get(NORMALISATION));
  }

  private static KahlerLoss density(Fields fields) {
    if (fields.has("density") && !fields.has("name")) {
      fields.refuse("power", "has no meaning beside a density of one's own");
      return density(fields.get("density"));
    }
    fields.find("name").ifPresent(v -> v.choice(Map.of("monge-ampere", "")));
    fields.refuse("density", "has no meaning for the loss 'monge-ampere'");
    return new MongeAmpereLoss(fields.get(POWER));
  }

  private static KahlerDensity density(Value value) {
    try {
      return KahlerDensity.of(value.path(), value.expression());
    } catch (InputException e) {
      throw value.because(e);
    }
  }
}
