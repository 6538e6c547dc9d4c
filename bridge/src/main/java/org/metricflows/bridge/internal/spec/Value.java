package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.Suggestion;

/** A node with its dotted path: conversions that say what is wrong and where. */
record Value(Node node, String path) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
  private static final int MAX_EXPRESSION = 20_000;

  InputException error(String problem) {
    return node.location().error(path, problem);
  }

  /** A complaint about this value, of whatever field it speaks, with its place. */
  InputException because(InputException complaint) {
    return complaint.ofField(path).in(node.location().toString());
  }

  /** The value seen is not what is allowed. */
  InputException mustBe(String allowed) {
    return error("must be " + allowed + ", but is " + node.describe());
  }

  boolean isScalar() {
    return node instanceof Node.Scalar scalar && !scalar.isNull();
  }

  boolean isList() {
    return node instanceof Node.Sequence;
  }

  boolean isMapping() {
    return node instanceof Node.Mapping;
  }

  private String scalar(String allowed) {
    if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
      return scalar.text().strip();
    }
    throw mustBe(allowed);
  }

  boolean is(String word) {
    return isScalar() && ((Node.Scalar) node).text().equals(word);
  }

  String text() {
    return scalar("a text");
  }

  /** A mathematical expression, as text. */
  String expression() {
    String text = scalar("an expression");
    if (text.isEmpty()) {
      throw error("must be an expression, but is empty");
    }
    if (text.length() > MAX_EXPRESSION) {
      throw error(
          "has " + text.length() + " characters; an expression has at most " + MAX_EXPRESSION);
    }
    if (NOT_FINITE.matcher(text).matches()) {
      throw error("must be a finite expression, but is '" + text + "'");
    }
    return text;
  }

  /** The same place with another text. */
  Value withText(String text) {
    return new Value(new Node.Scalar(node.location(), text, true), path);
  }

  boolean isNumber() {
    return isScalar() && isNumber(((Node.Scalar) node).text().strip());
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  double number() {
    return number("a finite number");
  }

  double number(String allowed, DoublePredicate test) {
    double value = number(allowed);
    if (!test.test(value)) {
      throw mustBe(allowed);
    }
    return value;
  }

  private double number(String allowed) {
    if (!NUMBER.matcher(scalar(allowed)).matches()) {
      throw mustBe(allowed);
    }
    double value = Double.parseDouble(scalar(allowed));
    if (Double.isInfinite(value)) {
      throw mustBe(allowed);
    }
    return value;
  }

  int integer(int min, int max) {
    return (int) integer((long) min, max);
  }

  long integer(long min, long max) {
    String allowed = "a whole number from " + min + " to " + max;
    try {
      long value = Long.parseLong(scalar(allowed));
      if (value >= min && value <= max) {
        return value;
      }
      throw mustBe(allowed);
    } catch (NumberFormatException e) {
      throw mustBe(allowed);
    }
  }

  boolean flag() {
    return switch (scalar("true or false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw mustBe("true or false");
    };
  }

  /** One of the named things. */
  <T> T choice(Map<String, T> known) {
    String allowed = "one of " + String.join(", ", known.keySet());
    String word = scalar(allowed);
    T found = known.get(word);
    if (found == null) {
      String meant =
          Suggestion.nearest(word, known.keySet())
              .map(name -> "; did you mean '" + name + "'?")
              .orElse("");
      throw error("must be " + allowed + ", but is " + node.describe() + meant);
    }
    return found;
  }

  /** The items of a list that must not be empty. */
  List<Value> items(String allowed) {
    if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
      throw mustBe(allowed);
    }
    List<Value> values = new ArrayList<>(sequence.items().size());
    for (Node item : sequence.items()) {
      values.add(new Value(item, path + "[" + values.size() + "]"));
    }
    return values;
  }

  <T> List<T> list(String allowed, Function<Value, T> item) {
    return items(allowed).stream().map(item).toList();
  }

  /** This value and those directly below it. */
  Stream<Value> withParts() {
    Stream<Value> parts = Stream.empty();
    if (isList()) {
      parts = items("a list").stream();
    } else if (isMapping()) {
      parts = named().values().stream();
    }
    return Stream.concat(Stream.of(this), parts);
  }

  /** The entries of a mapping whose keys are free. */
  Map<String, Value> named() {
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      throw mustBe("a mapping of names to values");
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    mapping.entries().forEach((key, value) -> entries.put(key, new Value(value, below(key))));
    return entries;
  }

  /** The entries of a section whose keys are known. */
  Fields fields(List<String> known) {
    if (!(node instanceof Node.Mapping mapping)) {
      throw mustBe("a section with the keys " + String.join(", ", known));
    }
    return new Fields(this, mapping, known);
  }

  String below(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
