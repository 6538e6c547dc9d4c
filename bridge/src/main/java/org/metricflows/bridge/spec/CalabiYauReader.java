package org.metricflows.bridge.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.metricflows.symbolic.kahler.Features;

/** Understands the tree of a spec with a variety, section by section. */
final class CalabiYauReader {
  private static final String POTENTIAL = "kahler-potential";
  private static final Map<String, String> ANSATZE =
      new TreeMap<>(Map.of(POTENTIAL, "", AlgebraicReader.ANSATZ, ""));
  static final Choice<Features> FEATURES =
      Choice.of("invariant", Features.INVARIANT, "raw", Features.RAW);
  private static final int MAX_RICCI_POINTS = 100_000;

  private static final Choice<MongeAmpereSpec.Normalisation> NORMALISATIONS =
      Choice.of(MongeAmpereSpec.Normalisation.values(), MongeAmpereSpec.Normalisation::label);

  private static final Key<Features> OF_POINTS =
      Key.of(
          "features",
          Kind.choice(FEATURES),
          Features.INVARIANT,
          "`invariant`",
          "what φ is a function of: `invariant`, Re and Im of z_i z̄_j/|z|² in each factor, keeps the"
              + " Kähler class; `raw`, Re z_i and Im z_i, jumps between patches");
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
      Key.of("power", Kind.integer(1, 2), 1, "1", "p, 1 or 2");
  private static final Key<MongeAmpereSpec.Normalisation> NORMALISATION =
      Key.of(
          "normalisation",
          Kind.choice(NORMALISATIONS),
          MongeAmpereSpec.Normalisation.FIXED,
          "`fixed`",
          "κ: `fixed`, Vol_K/Vol_Ω of the sample; `exact`, ⟨wq⟩/⟨w⟩ over the batch, in the gradient"
              + " too");
  static final Codec<MongeAmpereSpec> LOSS =
      Codec.of(
          "loss",
          Key.of(
                  "name",
                  Kind.value(Map.of("enum", List.of("monge-ampere"))),
                  "`monge-ampere`: ⟨w|1−q/κ|^p⟩/⟨w⟩, q = det g/|Ω|²")
              .without("`monge-ampere`")
              .as(loss -> "monge-ampere"),
          POWER.of(MongeAmpereSpec::power),
          NORMALISATION.of(MongeAmpereSpec::normalisation));

  static final Codec<CalabiYauSpec> CODEC =
      Codec.<CalabiYauSpec>of(
              "",
              CommonKeys.TITLE.of(CalabiYauSpec::title),
              VarietyReader.CODEC.of(CalabiYauSpec::variety),
              METRIC.of(CalabiYauSpec::metric),
              NetworkReader.OF_ONE_OUTPUT.of(CalabiYauSpec::network),
              VarietyReader.SAMPLE.of(CalabiYauSpec::sample),
              LOSS.of(CalabiYauSpec::loss),
              TrainingReader.CODEC.perhaps(CalabiYauSpec::training),
              FlowReader.CODEC.perhaps(CalabiYauSpec::flow),
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
    return checked(
        new CalabiYauSpec(
            fields.get("title", "", Value::text),
            variety,
            fields.get("metric", PotentialMetricSpec.standard(), CalabiYauReader::metric),
            network(fields.get("network"), setting),
            VarietyReader.sample(base, fields.get("sample"), variety),
            fields.get(
                "loss",
                new MongeAmpereSpec(1, MongeAmpereSpec.Normalisation.FIXED),
                CalabiYauReader::loss),
            fields.find("training").map(TrainingReader::read),
            flow(fields),
            setting),
        fields);
  }

  /** Frozen kernels move along gradients of residuals, which a loss of power 1 does not have. */
  private static CalabiYauSpec checked(CalabiYauSpec spec, Fields fields) {
    boolean squared =
        spec.loss().power() == 2
            && spec.loss().normalisation() == MongeAmpereSpec.Normalisation.FIXED;
    if (spec.setting().isFrozen() && !squared) {
      String why = "of regime '" + spec.regime().label() + "' must have power: 2";
      throw fields.has("loss")
          ? fields.get("loss").error(why + " and the normalisation 'fixed'")
          : fields.missing("loss", "that " + why);
    }
    return spec;
  }

  /** The keys of all metrics of a variety. */
  static Section metric() {
    return METRIC.section().or(AlgebraicReader.METRIC.section());
  }

  private static PotentialMetricSpec metric(Value section) {
    Fields fields = metric().in(section);
    fields.find(ANSATZ).ifPresent(v -> v.choice(ANSATZE));
    fields.refuse("degree", "is for the ansatz 'algebraic'");
    return new PotentialMetricSpec(fields.get(OF_POINTS), fields.get(RICCI_POINTS));
  }

  private NetworkSpec network(Value section, RegimeSpec setting) {
    NetworkReader.CODEC.in(section).refuse("outputs", "has no meaning: a potential is one");
    NetworkSpec network = NetworkReader.ofOneOutput(base).read(section);
    if (network.isInfinite() && !setting.isKernel()) {
      throw section.error("'width: infinite' is for the regime 'infinite' and other fixed kernels");
    }
    return network;
  }

  private static MongeAmpereSpec loss(Value section) {
    Fields fields = LOSS.in(section);
    fields.find("name").ifPresent(v -> v.choice(Map.of("monge-ampere", "")));
    return new MongeAmpereSpec(fields.get(POWER), fields.get(NORMALISATION));
  }

  private static Optional<FlowSpec> flow(Fields fields) {
    return fields
        .find("flow")
        .map(
            value -> {
              FlowSpec flow = FlowReader.read(value);
              if (!flow.dynamics().needs("network")) {
                throw value.error("only the gradient flow of the network is for a variety");
              }
              return flow;
            });
  }
}
