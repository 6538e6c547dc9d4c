package org.metricflows.bridge.internal.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads one JSON document into the same tree as YAML. */
final class JsonTree {
  private final TreeBuilder builder;
  private final JsonParser parser;

  private JsonTree(TreeBuilder builder, JsonParser parser) {
    this.builder = builder;
    this.parser = parser;
  }

  /**
   * The tree of a text.
   *
   * @throws org.metricflows.symbolic.InputException where the text is not one JSON document
   */
  static Node parse(String text, String origin) {
    TreeBuilder builder = TreeBuilder.ofFile(origin);
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      return new JsonTree(builder, parser).document();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String problem = e.getOriginalMessage().strip().replaceAll("\\s+", " ");
      throw builder.error(line, "not valid JSON: " + problem);
    } catch (IOException e) {
      throw builder.error(0, "not valid JSON: " + e.getMessage());
    }
  }

  private Node document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw builder.error(0, "is empty");
    }
    Node root = node(first, 0);
    if (parser.nextToken() != null) {
      throw builder.error(line(), "a second document begins; one is allowed");
    }
    return root;
  }

  private Node node(JsonToken token, int depth) throws IOException {
    builder.checkDepth(depth, line());
    return switch (token) {
      case START_OBJECT -> mapping(depth);
      case START_ARRAY -> sequence(depth);
      default ->
          new Node.Scalar(builder.line(line()), parser.getText(), token == JsonToken.VALUE_STRING);
    };
  }

  private Node sequence(int depth) throws IOException {
    int line = line();
    List<Node> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(node(t, depth + 1));
    }
    return builder.sequence(line, items);
  }

  private Node mapping(int depth) throws IOException {
    int line = line();
    LinkedHashMap<String, Node> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      builder.put(entries, key, keyLine, node(parser.nextToken(), depth + 1));
    }
    return builder.mapping(line, entries);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
