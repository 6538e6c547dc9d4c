package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.metricflows.symbolic.Suggestion;

/**
 * What there is to say of the keys of a spec, from the codecs that read them: the tables of
 * docs/spec.md, a JSON Schema for editors, and the explanation of a key.
 */
public final class SpecDocumentation {

  /**
   * A key, explained.
   *
   * @param space the section that states the space whose specs have it
   * @param path its dotted path
   * @param meaning one line of Markdown
   * @param fallback the default, empty for none
   * @param allowed what it may hold, as a JSON Schema says it
   */
  public record Entry(
      String space, String path, String meaning, String fallback, Map<String, Object> allowed) {}

  private SpecDocumentation() {}

  /** The tables of docs/spec.md by the names of their marks. */
  public static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    for (Spaces.Space space : Spaces.ALL) {
      for (Section section : space.sections()) {
        String own = section.name().equals(space.name()) ? "" : "." + section.name();
        tables.put(space.name() + own, section.table());
      }
    }
    tables.put("chart.beside", RegimeReader.ON_CHARTS.section().table());
    tables.put("variety.solve", RegimeReader.SOLVE.section().table());
    tables.put("variety.neighbours", RegimeReader.NEIGHBOURS.section().table());
    tables.put("variety.training", TrainingReader.CODEC.section().table());
    tables.put("variety.algebraic", AlgebraicReader.TRAINING.section().table());
    tables.put("variety.beside", RegimeReader.ON_VARIETIES.section().table());
    return tables;
  }

  /** A JSON Schema (draft 2020-12) of all specs; readers are stricter. */
  public static Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "A spec of metric-flows");
    schema.put("type", "object");
    schema.put("anyOf", Spaces.ALL.stream().map(SpecDocumentation::schema).toList());
    return schema;
  }

  private static Map<String, Object> schema(Spaces.Space space) {
    Map<String, Object> schema =
        new LinkedHashMap<>(new Section(space.name(), space.top()).schema());
    schema.put("title", space.about());
    schema.put("required", List.of(space.name()));
    return schema;
  }

  /**
   * What the specs with these sections are about, for a person; the first space of all where they
   * state none.
   */
  public static String about(Collection<String> sections) {
    return Spaces.ALL.stream()
        .filter(space -> sections.contains(space.name()))
        .findFirst()
        .orElse(Spaces.ALL.get(0))
        .about();
  }

  /**
   * The keys that a person means.
   *
   * @param key a dotted path, or its end; a section stands for all its keys
   * @return all that fit, in the order of documentation; empty if none does
   */
  public static List<Entry> explain(String key) {
    List<Entry> exact = entries().filter(entry -> isOrHolds(key, entry.path())).toList();
    return exact.isEmpty()
        ? entries().filter(entry -> entry.path().endsWith("." + key)).toList()
        : exact;
  }

  private static boolean isOrHolds(String key, String path) {
    return path.equals(key) || path.startsWith(key + ".");
  }

  /** The path most like what was asked for, if one is. */
  public static Optional<String> nearest(String key) {
    List<String> known =
        entries()
            .flatMap(e -> Stream.of(e.path(), e.path().substring(e.path().lastIndexOf('.') + 1)))
            .distinct()
            .toList();
    return Suggestion.nearest(key, known);
  }

  private static Stream<Entry> entries() {
    return Spaces.ALL.stream().flatMap(SpecDocumentation::entries);
  }

  private static Stream<Entry> entries(Spaces.Space space) {
    List<Entry> entries = new ArrayList<>();
    for (Section section : space.sections()) {
      section.keys().forEach(key -> entries.add(entry(space, section.name() + ".", key)));
    }
    for (Section section : below(space)) {
      section.keys().forEach(key -> entries.add(entry(space, section.name() + ".", key)));
    }
    List<String> sections = space.sections().stream().map(Section::name).toList();
    for (Key<?> key : space.top()) {
      if (!sections.contains(key.name())) {
        entries.add(entry(space, "", key));
      }
    }
    return entries.stream();
  }

  private static List<Section> below(Spaces.Space space) {
    return switch (space.name()) {
      case "variety" ->
          List.of(
              RegimeReader.KERNEL.section(),
              RegimeReader.SOLVE.section(),
              RegimeReader.NEIGHBOURS.section());
      case "chart", "manifold" ->
          List.of(RegimeReader.KERNEL.section(), RegimeReader.SOLVE.section());
      default -> List.of();
    };
  }

  private static Entry entry(Spaces.Space space, String prefix, Key<?> key) {
    return new Entry(
        space.name(), prefix + key.name(), key.meaning(), key.shown(), key.kind().schema());
  }
}
