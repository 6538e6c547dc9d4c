package org.metricflows.bridge.internal.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the section {@code lie_algebra}. */
final class LieAlgebraReader {
  private static final Choice<LieAlgebraSpec.Known> NAMES =
      Choice.of(LieAlgebraSpec.Known.values(), LieAlgebraSpec.Known::label);
  private static final Map<String, Object> CONSTANTS = Kind.listSchema(Kind.formulaSchema());
  static final Codec<LieAlgebraSpec> CODEC =
      Codec.of(
          "lie_algebra",
          Key.of(
                  "name",
                  Kind.choice(NAMES),
                  "`su2`, `sl2`, `nil`, `sol`, `e2`, `abelian`; not unimodular: `h3` ([e1,e2] = e2,"
                      + " [e1,e3] = e3), `h2xr` ([e1,e2] = e2)")
              .of(LieAlgebraSpec.Known.class, algebra -> algebra),
          Key.of(
                  "unimodular",
                  Kind.value(CONSTANTS),
                  "`[λ, μ, ν]`: [e2,e3] = 2λ e1, [e3,e1] = 2μ e2, [e1,e2] = 2ν e3; su2 is [-1,-1,-1],"
                      + " sl2 [-1,-1,1], nil [-1,0,0], sol [-1,0,1], e2 [-1,-1,0]")
              .as(LieAlgebraSpec.Unimodular.class, algebra -> Formula.texts(algebra.constants())),
          Key.of(
                  "brackets",
                  Kind.mapping(CONSTANTS),
                  "`{\"1,2\": [0, 0, 2], …}`: [e1,e2] = 2 e3; brackets that are not there vanish; as"
                      + " many coefficients as the dimension, 2 to 6. Jacobi's identity is checked")
              .as(LieAlgebraSpec.Brackets.class, LieAlgebraReader::written));
  private static final Pattern PAIR = Pattern.compile("\\s*([1-6])\\s*,\\s*([1-6])\\s*");
  private static final int MAX_DIMENSION = 6;

  private LieAlgebraReader() {}

  static LieAlgebraSpec read(Value section) {
    Fields fields = CODEC.in(section);
    List<String> given = CODEC.section().names().stream().filter(fields::has).toList();
    if (given.size() != 1) {
      throw section.error(
          "must have exactly one of "
              + String.join(", ", CODEC.section().names())
              + ", but has "
              + (given.isEmpty() ? "none" : String.join(" and ", given)));
    }
    Value value = fields.get(given.get(0));
    return switch (given.get(0)) {
      case "name" -> NAMES.read(value);
      case "unimodular" -> new LieAlgebraSpec.Unimodular(constants(value, 3));
      default -> brackets(value);
    };
  }

  private static List<Formula> constants(Value value, int size) {
    String allowed = "a list of " + size + " constants";
    List<Value> items = value.items(allowed);
    if (items.size() != size) {
      throw value.mustBe(allowed);
    }
    return items.stream().map(FormulaReader.ofConstants()::formula).toList();
  }

  private static LieAlgebraSpec brackets(Value section) {
    Map<String, Value> given = section.named();
    int dimension = dimension(given.values().iterator().next());
    Map<String, List<Formula>> brackets = new LinkedHashMap<>();
    given.forEach(
        (key, value) -> {
          int[] pair = pair(key, value, dimension);
          String mirrored = pair[1] + "," + pair[0];
          if (brackets.containsKey(mirrored)) {
            throw value.error(
                "is there already as '" + mirrored + "': brackets are antisymmetric, give one");
          }
          brackets.put(pair[0] + "," + pair[1], constants(value, dimension));
        });
    return new LieAlgebraSpec.Brackets(dimension, brackets);
  }

  private static int[] pair(String key, Value value, int dimension) {
    Matcher matcher = PAIR.matcher(key);
    int i = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    int j = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (i < 1 || j < 1 || i > dimension || j > dimension) {
      throw value.error(
          "a bracket is named by two indices from 1 to "
              + dimension
              + " (the vectors' length), such as '1,2', but this by '"
              + key
              + "'");
    }
    if (i == j) {
      throw value.error("[e" + i + ", e" + i + "] is 0 always: brackets are antisymmetric");
    }
    return new int[] {i, j};
  }

  /** As many as the first bracket has coefficients. */
  private static int dimension(Value bracket) {
    String allowed = "a list of 2 to " + MAX_DIMENSION + " constants, coefficients of e1, e2, ...";
    int size = bracket.items(allowed).size();
    if (size < 2 || size > MAX_DIMENSION) {
      throw bracket.mustBe(allowed);
    }
    return size;
  }

  private static Map<String, Object> written(LieAlgebraSpec.Brackets algebra) {
    Map<String, Object> brackets = new TreeMap<>();
    algebra.brackets().forEach((pair, constants) -> brackets.put(pair, Formula.texts(constants)));
    return brackets;
  }
}
