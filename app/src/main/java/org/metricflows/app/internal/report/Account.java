package org.metricflows.app.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.metricflows.app.internal.result.RunRecords;
import org.metricflows.bridge.internal.spec.SpecDocumentation;

/**
 * A run in three sentences: what the metric is, what moves it, and how it ended.
 *
 * <p>They are told from the sections that specs of all spaces share, so that a space needs nothing
 * of its own.
 *
 * @param result what result.json holds
 */
record Account(JsonNode result) {

  List<String> sentences() {
    return List.of(metric(), motion(), end());
  }

  private JsonNode spec(String pointer) {
    return result.at("/spec" + pointer);
  }

  private Optional<String> word(String pointer) {
    JsonNode value = spec(pointer);
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? Optional.of(value.asText().replace('-', ' '))
        : Optional.empty();
  }

  private String metric() {
    String space = SpecDocumentation.about(sections());
    StringBuilder text = new StringBuilder("This is about " + space);
    JsonNode coordinates = spec("/chart/coordinates");
    if (!coordinates.isEmpty()) {
      text.append(" (").append(listed(coordinates)).append(')');
    }
    word("/metric/ansatz").ifPresent(ansatz -> text.append(", of the ansatz ").append(ansatz));
    if (spec("/network").isObject()) {
      text.append(", made of ").append(network());
    }
    return text.append('.').toString();
  }

  private String network() {
    String width = word("/network/width").orElse("");
    String activation =
        word("/network/activation").map(a -> " with the activation " + a).orElse("");
    JsonNode layers = spec("/network/hidden_layers");
    String shape =
        layers.isArray()
            ? " with hidden layers of " + listed(layers) + " neurons"
            : width.equals("infinite") ? " of infinite width" : " of width " + width;
    return "a network"
        + shape
        + activation.replace(" with", shape.contains("with") ? " and" : " with");
  }

  private String motion() {
    StringBuilder text = new StringBuilder();
    Optional<String> equation = word("/flow/equation");
    Optional<String> method = word("/training/method");
    if (spec("/solve").isObject()) {
      text.append("It is solved for, without a flow");
    } else if (method.isPresent()) {
      text.append("It is trained by ").append(method.get());
    } else if (equation.isPresent() && !equation.get().equals("gradient")) {
      text.append("It moves by the equation ").append(equation.get());
    } else {
      text.append("It moves down the gradient");
    }
    word("/loss/name")
        .or(() -> word("/loss/density"))
        .ifPresent(
            loss ->
                text.append(method.isPresent() ? " on the loss " : " of the loss ").append(loss));
    word("/regime")
        .filter(r -> !r.equals("network"))
        .ifPresent(regime -> text.append(" in the regime ").append(regime));
    word("/flow/kernel")
        .ifPresent(kernel -> text.append(" with a ").append(kernel).append(" kernel"));
    sample().ifPresent(sample -> text.append(", ").append(sample));
    return text.append('.').toString();
  }

  private Optional<String> sample() {
    if (spec("/sample/grid").isArray()) {
      String sides =
          String.join(
              " × ",
              StreamSupport.stream(spec("/sample/grid").spliterator(), false)
                  .map(JsonNode::asText)
                  .toList());
      return Optional.of("on a grid of " + sides + " points");
    }
    for (String count : List.of("/sample/monte_carlo", "/sample/count")) {
      if (spec(count).isNumber()) {
        return Optional.of("over " + spec(count).asText() + " random points");
      }
    }
    return spec("/sample/points").isArray()
        ? Optional.of("over " + spec("/sample/points").size() + " given points")
        : Optional.empty();
  }

  private String end() {
    RunRecords records = new RunRecords(result);
    String status = result.path("status").asText();
    String at =
        records.clock()
            + " = "
            + Html.brief(
                result
                    .path("stopped_at")
                    .asDouble(records.last().path(records.clock()).asDouble(Double.NaN)));
    String ended =
        status.equals("completed")
            ? "It was completed at " + at
            : "It stopped at " + at + " (" + status.replaceFirst("^stopped: ", "") + ")";
    return ended
        + ", with "
        + result.path("records").size()
        + " records, in "
        + Html.brief(result.path("cpu_seconds").asDouble())
        + " seconds of processor time.";
  }

  private List<String> sections() {
    List<String> names = new ArrayList<>();
    result.path("spec").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String listed(JsonNode values) {
    return String.join(
        ", ", StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList());
  }
}
