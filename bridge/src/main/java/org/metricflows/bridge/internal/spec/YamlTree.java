package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads one YAML document from its events: scalars stay text, tags are refused. */
final class YamlTree {
  private final TreeBuilder builder;
  private final Parser parser;
  private final Map<String, Node> anchors = new HashMap<>();

  private YamlTree(TreeBuilder builder, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.builder = builder;
    this.parser = new ParserImpl(new StreamReader(text), options);
  }

  /**
   * The tree of a text.
   *
   * @throws org.metricflows.symbolic.InputException where the text is not one YAML document
   */
  static Node parse(String text, String origin) {
    return parse(text, TreeBuilder.ofFile(origin));
  }

  /**
   * The tree of a value that an option gives.
   *
   * @throws org.metricflows.symbolic.InputException where the text is not one YAML document
   */
  static Node parseValue(String text, String option) {
    return parse(text, TreeBuilder.ofValue(option));
  }

  private static Node parse(String text, TreeBuilder builder) {
    try {
      return new YamlTree(builder, text).document();
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw builder.error(line, "not valid YAML: " + oneLine(e.getProblem()));
    } catch (YAMLException e) {
      throw builder.error(0, "not valid YAML: " + oneLine(e.getMessage()));
    }
  }

  private static String oneLine(String problem) {
    return problem.strip().replaceAll("\\s+", " ");
  }

  private Node document() {
    expect(ID.StreamStart);
    if (parser.peekEvent().is(ID.StreamEnd)) {
      throw builder.error(0, "is empty");
    }
    expect(ID.DocumentStart);
    Node root = node(parser.getEvent(), 0);
    expect(ID.DocumentEnd);
    if (!parser.peekEvent().is(ID.StreamEnd)) {
      throw builder.error(line(parser.peekEvent()), "a second document begins; one is allowed");
    }
    return root;
  }

  private void expect(ID id) {
    Event event = parser.getEvent();
    if (!event.is(id)) {
      throw builder.error(line(event), "not valid YAML: unexpected " + event.getEventId());
    }
  }

  private Node node(Event event, int depth) {
    builder.checkDepth(depth, line(event));
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    Node node;
    if (event instanceof ScalarEvent scalar) {
      refuseTag(event, scalar.getTag());
      boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
      node = new Node.Scalar(builder.line(line(event)), scalar.getValue(), quoted);
    } else if (event instanceof SequenceStartEvent start) {
      refuseTag(event, start.getTag());
      node = sequence(event, depth);
    } else {
      refuseTag(event, ((MappingStartEvent) event).getTag());
      node = mapping(event, depth);
    }
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private Node alias(AliasEvent alias) {
    Node target = anchors.get(alias.getAnchor());
    if (target == null) {
      throw builder.error(
          line(alias), "alias '*" + alias.getAnchor() + "' has no anchor that ends before it");
    }
    return target;
  }

  private void refuseTag(Event event, String tag) {
    if (tag != null && !tag.equals("!")) {
      throw builder.error(line(event), "tag '" + tag + "' is not allowed");
    }
  }

  private Node sequence(Event start, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event event = parser.getEvent(); !event.is(ID.SequenceEnd); event = parser.getEvent()) {
      items.add(node(event, depth + 1));
    }
    return builder.sequence(line(start), items);
  }

  private Node mapping(Event start, int depth) {
    LinkedHashMap<String, Node> entries = new LinkedHashMap<>();
    for (Event event = parser.getEvent(); !event.is(ID.MappingEnd); event = parser.getEvent()) {
      Node key = node(event, depth + 1);
      if (!(key instanceof Node.Scalar name)) {
        throw builder.error(line(event), "a key must be a word, but is " + key.describe());
      }
      builder.put(entries, name.text(), line(event), node(parser.getEvent(), depth + 1));
    }
    return builder.mapping(line(start), entries);
  }

  private static int line(Event event) {
    return event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1;
  }
}
