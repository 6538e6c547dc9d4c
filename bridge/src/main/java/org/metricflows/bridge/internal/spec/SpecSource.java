package org.metricflows.bridge.internal.spec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.InputException;

/**
 * A spec as written: the tree of its file, with overrides laid over it, not yet understood.
 *
 * <pre>{@code
 * Spec spec = SpecSource.of(Path.of("spec.yaml")).with("network.seed=3").read(Purpose.RUN);
 * }</pre>
 *
 * <p>YAML or, for a name that ends in {@code .json}, JSON. Keys may not appear twice, tags are
 * refused, and size, nesting and expanded aliases are bounded, so that a file cannot exhaust the
 * machine.
 */
public final class SpecSource {
  static final long MAX_BYTES = 64L << 20;

  /** The sections that make several runs of one spec; a single run knows nothing of them. */
  static final List<String> GROUP_SECTIONS = List.of("compare", "sweep", "measure", "reference");

  private final Path base;
  private final Node.Mapping root;

  private SpecSource(Path base, Node root) {
    if (!(root instanceof Node.Mapping mapping)) {
      throw root.location()
          .error("", "a spec is a mapping of sections, but this is " + root.describe());
    }
    this.base = base;
    this.root = mapping;
  }

  /**
   * Reads a spec file.
   *
   * @throws InputException if there is no such file, or it is not one YAML or JSON mapping
   */
  public static SpecSource of(Path file) {
    return new SpecSource(file.toAbsolutePath().getParent(), tree(file));
  }

  static Node tree(Path file) {
    return tree(text(file), file.toString());
  }

  /** A spec in a text; {@code name} stands in messages for the file. */
  public static SpecSource ofText(String text, String name) {
    return new SpecSource(Path.of("").toAbsolutePath(), tree(text, name));
  }

  private static Node tree(String text, String name) {
    return name.endsWith(".json") ? JsonTree.parse(text, name) : YamlTree.parse(text, name);
  }

  private static String text(Path file) {
    Location place = new Location(file.toString(), 0);
    if (!Files.exists(file)) {
      throw place.error("", "no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw place.error("", "is not a file");
    }
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES) {
        throw place.error("", "has " + bytes + " bytes; at most " + MAX_BYTES + " are allowed");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw place.error("", "is not text in UTF-8");
    } catch (IOException e) {
      throw place.error("", "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /**
   * This spec with one value replaced, as {@code --set} does.
   *
   * @param assignment {@code dotted.path=value}: the value is YAML, {@code null} takes the key
   *     away; list items are named by their index from 0
   * @throws InputException if it is not of that form, or the path leads through a value
   */
  public SpecSource with(String assignment) {
    String origin = "--set " + assignment;
    int equals = assignment.indexOf('=');
    String path = equals < 0 ? "" : assignment.substring(0, equals).strip();
    if (path.isEmpty() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
      throw new Location(origin, 0)
          .error("", "must have the form dotted.path=value, e.g. network.seed=3");
    }
    String value = assignment.substring(equals + 1);
    if (value.isBlank()) {
      throw new Location(origin, 0).error(path, "needs a value after '='");
    }
    return with(path, YamlTree.parseValue(value, origin));
  }

  /** A spec without any section, to be filled by options. */
  public static SpecSource empty() {
    return new SpecSource(
        Path.of("").toAbsolutePath(), new Node.Mapping(new Location("", 0), Map.of()));
  }

  /**
   * This spec with one value replaced by a text.
   *
   * @param path the dotted path
   * @param text the value, taken as it stands
   * @param option what gave it, for messages
   */
  public SpecSource withText(String path, String text, String option) {
    return with(path, new Node.Scalar(new Location(option, 0), text, true));
  }

  SpecSource with(String path, Node value) {
    return new SpecSource(base, Overlay.of(value).in(root, path));
  }

  /**
   * The variants of the section {@code compare}: by name, this spec with the variant's values laid
   * over it. Empty where there is no such section.
   *
   * @throws InputException if the section is not a mapping of names to mappings
   */
  public Map<String, SpecSource> variants() {
    Node section = root.entries().get("compare");
    if (section == null) {
      return Map.of();
    }
    SpecSource common = alone();
    Map<String, SpecSource> variants = new LinkedHashMap<>();
    new Value(section, "compare")
        .named()
        .forEach((name, changes) -> variants.put(name, variant(common, name, changes)));
    return variants;
  }

  private static SpecSource variant(SpecSource common, String name, Value changes) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
      throw changes.error(
          "a variant's name is made of letters, digits, '-' and '_', but is '" + name + "'");
    }
    SpecSource variant = common;
    for (Map.Entry<String, Value> change : changes.named().entrySet()) {
      variant = variant.with(change.getKey(), change.getValue().node());
    }
    return variant;
  }

  /**
   * The sweep that the sections {@code sweep}, {@code measure} and {@code reference} state.
   *
   * @throws InputException if there is no {@code sweep}, or one of them is not of its form
   */
  public SweepSpec sweep() {
    return SweepReader.read(alone(), root);
  }

  /** This spec without the sections about several runs. */
  public SpecSource alone() {
    Map<String, Node> entries = new LinkedHashMap<>(root.entries());
    GROUP_SECTIONS.forEach(entries::remove);
    return new SpecSource(base, new Node.Mapping(root.location(), entries));
  }

  /** The same complaint, which also says in which file and line its field stands. */
  public InputException locate(InputException complaint) {
    return complaint.in(place(complaint.field()).toString());
  }

  /** Where the field stands, or what of its path there is. */
  private Location place(String field) {
    Node node = root;
    for (String name : field.replace("[", ".").replace("]", "").split("\\.")) {
      Node next = null;
      if (node instanceof Node.Mapping mapping) {
        next = mapping.entries().get(name);
      } else if (node instanceof Node.Sequence sequence && name.matches("\\d{1,9}")) {
        int index = Integer.parseInt(name);
        next = index < sequence.items().size() ? sequence.items().get(index) : null;
      }
      if (next == null) {
        return node.location();
      }
      node = next;
    }
    return node.location();
  }

  /** Whether something is written at a dotted path, or at one that holds it. */
  public boolean tells(String path) {
    Node node = root;
    for (String name : path.split("\\.")) {
      if (!(node instanceof Node.Mapping mapping)) {
        return true;
      }
      node = mapping.entries().get(name);
      if (node == null) {
        return false;
      }
    }
    return true;
  }

  /** Whether a section of that name is there. */
  public boolean has(String section) {
    return root.entries().containsKey(section);
  }

  /** A complaint about a field, which says in which file and line it stands. */
  public InputException error(String field, String problem) {
    return place(field).error(field, problem);
  }

  /**
   * Understands and checks a spec with a chart.
   *
   * @param purpose what it is wanted for, which says what sections it must have
   * @throws InputException at the first thing wrong
   */
  public Spec read(Purpose purpose) {
    return read(purpose, List.of());
  }

  /**
   * The same.
   *
   * @param others sections that may state another space, for messages
   */
  public Spec read(Purpose purpose, List<String> others) {
    return new SpecReader(base, purpose, others).read(root);
  }

  /**
   * Understands and checks a spec with a Lie algebra.
   *
   * @throws InputException at the first thing wrong
   */
  public HomogeneousSpec readLieAlgebra(Purpose purpose) {
    return HomogeneousReader.read(root, purpose);
  }

  /**
   * Understands and checks a spec with a rotationally symmetric metric.
   *
   * @throws InputException at the first thing wrong
   */
  public RotationalSpec readRotational() {
    return RotationalReader.read(root);
  }

  /**
   * Understands and checks a spec with a variety.
   *
   * @throws InputException at the first thing wrong
   */
  public RunSpec readVariety() {
    return AlgebraicReader.isMeant(root)
        ? new AlgebraicReader(base).read(root)
        : new CalabiYauReader(base).read(root);
  }

  /**
   * Understands and checks what of a spec concerns points of a variety.
   *
   * @throws InputException at the first thing wrong
   */
  public VarietySampling readSampling() {
    return VarietySampling.read(base, root);
  }
}
