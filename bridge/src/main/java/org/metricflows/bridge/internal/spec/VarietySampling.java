package org.metricflows.bridge.internal.spec;

import java.nio.file.Path;

/**
 * What of a spec concerns points of a variety, its sections {@code variety} and {@code sample};
 * those of a training may be there or not, and are not looked into.
 *
 * @param title a line of text, empty if there is none
 * @param variety the variety
 * @param sample the points
 */
public record VarietySampling(String title, VarietySpec variety, VarietySampleSpec sample) {

  static VarietySampling read(Path base, Node.Mapping root) {
    Fields fields = CalabiYauReader.CODEC.in(new Value(root, ""));
    if (!fields.has("variety")) {
      throw fields.missing("variety", "'sample' needs it");
    }
    VarietySpec variety = VarietyReader.variety(fields.get("variety"));
    if (!fields.has("sample")) {
      throw fields.missing("sample", "for instance {count: 10000, seed: 1}");
    }
    return new VarietySampling(
        fields.get("title", "", Value::text),
        variety,
        VarietyReader.sample(base, fields.get("sample"), variety));
  }
}
