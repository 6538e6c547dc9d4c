package org.metricflows.bridge.internal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.source.SourceModel;

/** The programs of a spec by name, made when they are asked for. */
public final class Exports {
  /** The metric of the spec's network. */
  public static final String MODEL = "model";

  private final Map<String, Supplier<SourceModel>> programs = new LinkedHashMap<>();

  /** Adds a program. */
  Exports with(String name, Supplier<SourceModel> program) {
    programs.put(name, program);
    return this;
  }

  /** Adds a derivation, each of whose outputs is a result of its own. */
  Exports with(String name, String title, Supplier<Derivation> derivation) {
    return with(name, () -> of(name, title, derivation.get()));
  }

  private static SourceModel of(String name, String title, Derivation derivation) {
    List<Symbol> outputs = derivation.outputs();
    ModelBuilder builder =
        new ModelBuilder(title, derivation.inputs().stream().map(i -> i.name().name()).toList());
    SourceModel.Step step = builder.apply(name, derivation, List.of(builder.point()));
    for (int i = 0; i < outputs.size(); i++) {
      builder.output(outputs.get(i).name(), List.of(), false, step.part(i, i + 1));
    }
    return builder.build();
  }

  /** Their names; the first is meant where none is named. */
  public List<String> names() {
    return new ArrayList<>(programs.keySet());
  }

  /**
   * One of them.
   *
   * @param field what gave the name, for messages
   * @throws InputException if there is none
   */
  public SourceModel program(String field, String name) {
    if (!programs.containsKey(name)) {
      throw InputException.of(
          field, "'" + name + "' is no program of this spec; it has " + names());
    }
    return programs.get(name).get();
  }
}
