package org.metricflows.app.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.metricflows.bridge.internal.run.JsonText;

/** JSON documents; numbers read back as the same doubles. */
final class Json {
  private Json() {}

  /** A tree of maps, lists, arrays, texts, numbers and flags as a document with a line's end. */
  static String text(Object tree) {
    return JsonText.of(tree);
  }

  /** The tree of a document that this program wrote. */
  static JsonNode read(String document) {
    try {
      return new ObjectMapper().readTree(document);
    } catch (JsonProcessingException e) {
      throw new BadInputException("a result is not valid JSON: " + e.getOriginalMessage());
    }
  }
}
