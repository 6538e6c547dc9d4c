package org.metricflows.bridge.spec;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Understands the tree of a spec with a variety, section by section. */
final class CalabiYauReader {
  private static final Set<Regime> AVAILABLE = EnumSet.of(Regime.NETWORK, Regime.LINEARISED);

  private final Path base;

  CalabiYauReader(Path base) {
    this.base = base;
  }

  CalabiYauSpec read(Node.Mapping root) {
    Fields fields = new Value(root, "").fields(CalabiYauSpec.sections());
    if (fields.has("training") == fields.has("flow")) {
      if (fields.has("flow")) {
        fields.refuse("flow", "has no meaning beside 'training': give one of them");
      }
      throw fields.missing("training", "or 'flow' in its place");
    }
    VarietySpec variety = VarietyReader.variety(fields.get("variety"));
    Regime regime = fields.get("regime", Regime.NETWORK, CalabiYauReader::regime);
    return new CalabiYauSpec(
        fields.get("title", "", Value::text),
        variety,
        fields.get("metric", PotentialFeatures.INVARIANT, CalabiYauReader::features),
        network(fields.get("network")),
        VarietyReader.sample(base, fields.get("sample"), variety),
        fields.get(
            "loss",
            new MongeAmpereSpec(1, MongeAmpereSpec.Normalisation.FIXED),
            CalabiYauReader::loss),
        fields.find("training").map(TrainingReader::read),
        flow(fields),
        regime);
  }

  private static Regime regime(Value value) {
    Regime regime = value.choice(Named.byLabel(Regime.values()));
    if (!AVAILABLE.contains(regime)) {
      throw value.error("'" + regime.label() + "' is not available in this version");
    }
    return regime;
  }

  private static PotentialFeatures features(Value section) {
    Fields fields = section.fields(List.of("ansatz", "features"));
    fields.find("ansatz").ifPresent(v -> v.choice(Map.of("kahler-potential", "")));
    return fields.get(
        "features",
        PotentialFeatures.INVARIANT,
        v -> v.choice(Named.byLabel(PotentialFeatures.values())));
  }

  private NetworkSpec network(Value section) {
    section.fields(NetworkReader.KEYS).refuse("outputs", "has no meaning: a potential is one");
    NetworkSpec network = NetworkReader.ofOneOutput(base).read(section);
    if (network.isInfinite()) {
      throw section.error("'width: infinite' is not available for a potential");
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
