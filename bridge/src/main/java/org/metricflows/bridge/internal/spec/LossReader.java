package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.loss.DensityLoss;
import org.metricflows.symbolic.loss.EinsteinLoss;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.loss.MeanSquareLoss;
import org.metricflows.symbolic.loss.PerelmanLoss;
import org.metricflows.symbolic.loss.RicciLoss;
import org.metricflows.symbolic.loss.ScalarCurvatureLoss;

/** Reads the section {@code loss}, and writes it. */
final class LossReader {

  /**
   * A loss, with what it takes besides its name as a spec has it.
   *
   * @param loss understood
   * @param tree as written
   */
  private record Told(Loss loss, Object tree) {}

  /** Reads what a loss takes besides its name. */
  @FunctionalInterface
  private interface Reading {
    Told of(Value value, SpaceSpec space);
  }

  /**
   * A loss by name.
   *
   * @param key what it takes besides, empty for nothing
   * @param reading what is made of that
   */
  private record Form(String key, Reading reading) {}

  private static final Map<String, Form> FORMS = forms();

  static final Codec<LossStatement> CODEC =
      Codec.of(
          "loss",
          told(
              Key.of(
                  "name",
                  Kind.value(Map.of("enum", List.copyOf(FORMS.keySet()))),
                  "`mse` ½ Σ w Σ_ij (g_ij−t_ij)² over all i, j; `ricci` ½ Σ w √det g |Ric|²;"
                      + " `einstein` ½ Σ w √det g |Ric−λg|²; `scalar-curvature` ½ Σ w √det g"
                      + " (R−target)²; `perelman` −Σ w (R+|∇f|²), f = log √det g − log m, where w holds"
                      + " m and the quadrature weight together; none for a density of one's own")),
          told(
              Key.of(
                  "target",
                  Kind.anyOf(Kind.formulaSchema(), Kind.matrix().schema()),
                  "of `mse` a symmetric matrix of formulas; of `scalar-curvature` a formula")),
          told(Key.of("lambda", Kind.number(), "λ of `einstein`")),
          told(
              Key.of(
                  "density",
                  Kind.formula(),
                  "of `perelman` m, a formula in the coordinates; without a name ℓ of Σ w ℓ, in the"
                      + " coordinates and R, Ric2 (or `|Ric|^2`), Riem2, detg, sqrtg, g11, g12, …")));

  private LossReader() {}

  private static Line<LossStatement> told(Key<?> key) {
    return key.perhaps(loss -> Optional.ofNullable(loss.section().get(key.name())));
  }

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put("mse", new Form("target", LossReader::meanSquare));
    forms.put("ricci", new Form("", (value, space) -> new Told(new RicciLoss(), "")));
    forms.put("einstein", new Form("lambda", LossReader::einstein));
    forms.put("perelman", new Form("density", LossReader::perelman));
    forms.put("scalar-curvature", new Form("target", LossReader::scalarCurvature));
    return forms;
  }

  static LossStatement read(Value section, SpaceSpec space) {
    Fields fields = CODEC.in(section);
    if (!fields.has("name")) {
      return statement("", "density", density(section, fields, space));
    }
    String name = name(fields.get("name"));
    Form form = FORMS.get(name);
    for (String key : CODEC.section().names()) {
      if (!key.equals("name") && !form.key().equals(key)) {
        fields.refuse(key, "has no meaning for the loss '" + name + "'");
      }
    }
    Value value = form.key().isEmpty() ? section : fields.get(form.key());
    return statement(name, form.key(), form.reading().of(value, space));
  }

  private static LossStatement statement(String name, String key, Told told) {
    Map<String, Object> section = new LinkedHashMap<>();
    if (!name.isEmpty()) {
      section.put("name", name);
    }
    if (!key.isEmpty()) {
      section.put(key, told.tree());
    }
    return new LossStatement(told.loss(), section);
  }

  private static String name(Value value) {
    if (value.is("monge-ampere")) {
      throw value.error("'monge-ampere' is for a 'variety'; a chart has one of " + names());
    }
    value.choice(FORMS);
    return value.text();
  }

  private static String names() {
    return String.join(", ", FORMS.keySet());
  }

  private static Told meanSquare(Value value, SpaceSpec space) {
    SymmetricMatrix target = MatrixReader.read(value, space);
    return new Told(new MeanSquareLoss(space.components(target.components())), target.texts());
  }

  private static Told einstein(Value value, SpaceSpec space) {
    double lambda = value.number();
    return new Told(new EinsteinLoss(Rational.of(lambda)), lambda);
  }

  private static Told perelman(Value value, SpaceSpec space) {
    Formula density = FormulaReader.in(space).formula(value);
    return new Told(
        new PerelmanLoss(space.density(density.value()), space.functions()), density.text());
  }

  private static Told scalarCurvature(Value value, SpaceSpec space) {
    Formula target = FormulaReader.in(space).formula(value);
    return new Told(new ScalarCurvatureLoss(target.value()), target.text());
  }

  private static Told density(Value section, Fields fields, SpaceSpec space) {
    if (!fields.has("density")) {
      throw section.error("must have a name (one of " + names() + ") or a density");
    }
    fields.refuse("target", "has no meaning beside a density of one's own");
    fields.refuse("lambda", "has no meaning beside a density of one's own");
    Value value = fields.get("density");
    String text = value.expression();
    return new Told(new DensityLoss(density(value, space), space.symbols()), text);
  }

  /** A density may write |Ric|^2 and |Riem|^2 for the invariants Ric2 and Riem2. */
  private static Expr density(Value value, SpaceSpec space) {
    List<String> names = new ArrayList<>(space.invariants());
    for (String coordinate : space.coordinates()) {
      if (names.contains(coordinate)) {
        throw value.error(
            "the coordinate '" + coordinate + "' has the name of an invariant; rename it");
      }
    }
    names.addAll(space.coordinates());
    String plain =
        value
            .expression()
            .replaceAll("\\|Ric\\|\\s*\\^\\s*2", "Ric2")
            .replaceAll("\\|Riem\\|\\s*\\^\\s*2", "Riem2");
    return FormulaReader.of(names).read(value.withText(plain));
  }
}
