package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the sections {@code sweep}, {@code measure} and {@code reference}. */
final class SweepReader {
  static final int MAX_MEMBERS = 10_000;

  private final SpecSource common;
  private final Fields fields;
  private final List<SweepAxis> axes = new ArrayList<>();
  private final List<List<Node>> nodes = new ArrayList<>();

  /**
   * @param common the spec without these sections
   */
  private SweepReader(SpecSource common, Fields fields) {
    this.common = common;
    this.fields = fields;
  }

  static SweepSpec read(SpecSource common, Node.Mapping root) {
    List<String> keys = List.copyOf(root.entries().keySet());
    return new SweepReader(common, new Value(root, "").fields(keys)).read();
  }

  private SweepSpec read() {
    if (!fields.has("sweep")) {
      throw fields.missing("sweep", "'sweep' needs it: lists of values under dotted keys");
    }
    Value section = fields.get("sweep");
    if (!section.isMapping() || ((Node.Mapping) section.node()).entries().isEmpty()) {
      throw section.mustBe("a mapping of dotted keys to lists of values");
    }
    section.named().forEach(this::addAxis);
    checkSize(section);
    return new SweepSpec(axes, members(), fields.get("measure", List.of(), SweepReader::measures));
  }

  private void addAxis(String key, Value values) {
    checkKey(key, values);
    List<String> texts = new ArrayList<>();
    List<Node> items = new ArrayList<>();
    for (Value item : values.items("a list of values")) {
      String text = text(item.node());
      if (texts.contains(text)) {
        throw item.error(text + " is there already; the values of a key must differ");
      }
      texts.add(text);
      items.add(item.node());
    }
    axes.add(new SweepAxis(key, texts));
    nodes.add(items);
  }

  private void checkKey(String key, Value values) {
    if (!key.matches("[^.\\s]+(\\.[^.\\s]+)*")) {
      throw values.error("is not a dotted key such as network.seed");
    }
    String section = key.split("\\.")[0];
    if (SpecSource.GROUP_SECTIONS.contains(section)) {
      throw values.error("cannot be swept: '" + section + "' is about the runs as a group");
    }
    for (SweepAxis axis : axes) {
      if ((key + ".").startsWith(axis.key() + ".") || (axis.key() + ".").startsWith(key + ".")) {
        throw values.error(
            "cannot be swept beside '" + axis.key() + "': one of them is within the other");
      }
    }
  }

  /** A value as one line of YAML, the same for the same value. */
  private static String text(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream()
          .map(SweepReader::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return ((Node.Scalar) node).text().strip();
  }

  private void checkSize(Value section) {
    long size = 1;
    for (SweepAxis axis : axes) {
      size *= axis.values().size();
      if (size > MAX_MEMBERS) {
        throw section.error(
            "has more than "
                + MAX_MEMBERS
                + " members ("
                + axes.stream()
                    .map(a -> String.valueOf(a.values().size()))
                    .collect(Collectors.joining(" x "))
                + ")");
      }
    }
  }

  private List<SweepSpec.Member> members() {
    List<SweepSpec.Member> members = new ArrayList<>();
    addMembers(new ArrayList<>(), common, members);
    return members;
  }

  private void addMembers(List<Integer> at, SpecSource source, List<SweepSpec.Member> members) {
    int axis = at.size();
    if (axis == axes.size()) {
      members.add(new SweepSpec.Member(at, source, reference(source)));
      return;
    }
    for (int i = 0; i < nodes.get(axis).size(); i++) {
      at.add(i);
      addMembers(at, source.with(axes.get(axis).key(), nodes.get(axis).get(i)), members);
      at.remove(axis);
    }
  }

  private Optional<SpecSource> reference(SpecSource source) {
    return fields
        .find("reference")
        .map(
            changes -> {
              SpecSource reference = source;
              for (Map.Entry<String, Value> change : changes.named().entrySet()) {
                reference = reference.with(change.getKey(), change.getValue().node());
              }
              return reference;
            });
  }

  private static List<String> measures(Value section) {
    return section.items("a list of what to measure").stream()
        .map(SweepReader::measure)
        .distinct()
        .toList();
  }

  private static String measure(Value value) {
    String text = value.text();
    if (Measure.of(text).isEmpty()) {
      throw value.mustBe("a name or name@time, such as loss or ntk_distance@0");
    }
    return text;
  }
}
