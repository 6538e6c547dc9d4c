package org.metricflows.bridge.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.metricflows.symbolic.kahler.Features;

/** Understands the tree of a spec with a variety, section by section. */
final class CalabiYauReader {
  private static final Map<String, String> ANSATZE =
      new TreeMap<>(Map.of("kahler-potential", "", AlgebraicReader.ANSATZ, ""));
  static final Choice<Features> FEATURES =
      Choice.of("invariant", Features.INVARIANT, "raw", Features.RAW);
  private static final int MAX_RICCI_POINTS = 100_000;

  private final Path base;

  CalabiYauReader(Path base) {
    this.base = base;
  }

  CalabiYauSpec read(Node.Mapping root) {
    Fields fields = new Value(root, "").fields(CalabiYauSpec.sections());
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

  private static PotentialMetricSpec metric(Value section) {
    Fields fields = section.fields(List.of("ansatz", "features", "ricci_points", "degree"));
    fields.find("ansatz").ifPresent(v -> v.choice(ANSATZE));
    fields.refuse("degree", "is for the ansatz 'algebraic'");
    return new PotentialMetricSpec(
        fields.get("features", Features.INVARIANT, FEATURES::read),
        fields.get(
            "ricci_points", PotentialMetricSpec.RICCI_POINTS, v -> v.integer(0, MAX_RICCI_POINTS)));
  }

  private NetworkSpec network(Value section, RegimeSpec setting) {
    section.fields(NetworkReader.KEYS).refuse("outputs", "has no meaning: a potential is one");
    NetworkSpec network = NetworkReader.ofOneOutput(base).read(section);
    if (network.isInfinite() && !setting.isKernel()) {
      throw section.error("'width: infinite' is for the regime 'infinite' and other fixed kernels");
    }
    return network;
  }

  private static MongeAmpereSpec loss(Value section) {
    Fields fields = section.fields(List.of("name", "power", "normalisation"));
    fields.find("name").ifPresent(v -> v.choice(Map.of("monge-ampere", "")));
    return new MongeAmpereSpec(
        fields.get("power", 1, v -> v.integer(1, 2)),
        fields.get(
            "normalisation",
            MongeAmpereSpec.Normalisation.FIXED,
            v -> v.choice(Named.byLabel(MongeAmpereSpec.Normalisation.values()))));
  }

  private static Optional<FlowSpec> flow(Fields fields) {
    return fields
        .find("flow")
        .map(
            value -> {
              FlowSpec flow = FlowReader.read(value);
              if (!(flow.dynamics() instanceof Dynamics.Network)) {
                throw value.error("only the gradient flow of the network is for a variety");
              }
              return flow;
            });
  }
}
