package org.metricflows.symbolic.internal.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.parser.client.Parser;
import org.matheclipse.parser.client.operator.ASTNodeFactory;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Chart;
import org.metricflows.symbolic.geometry.MetricTensor;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.metricflows.symbolic.internal.equation.Architecture;
import org.metricflows.symbolic.internal.equation.FlowStatement;
import org.metricflows.symbolic.internal.equation.Motion;
import org.metricflows.symbolic.internal.rotational.RadialMetric;
import org.metricflows.symbolic.internal.rotational.SteadySoliton;
import org.metricflows.symbolic.loss.DensityLoss;
import org.metricflows.symbolic.loss.EinsteinLoss;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.loss.MeanSquareLoss;
import org.metricflows.symbolic.loss.PerelmanLoss;
import org.metricflows.symbolic.loss.RicciLoss;
import org.metricflows.symbolic.loss.ScalarCurvatureLoss;
import org.metricflows.symbolic.network.Activation;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

class FlowDocumentTest {
  private static final List<Symbol> XY = List.of(new Symbol("x"), new Symbol("y"));

  private static FlowStatement statement(
      Ansatz ansatz, Loss loss, String activation, boolean shared, Integer... widths) {
    ExpressionParser parser = ExpressionParser.of("x", "y");
    boolean diagonal = ansatz == ChartAnsatz.DIAGONAL_EXPONENTIAL;
    Expr mixed = parser.parse(diagonal ? "0" : "x*y/9");
    List<List<Expr>> g0 =
        List.of(List.of(parser.parse("1+x^2/4"), mixed), List.of(mixed, parser.parse("2")));
    Activation sigma =
        Activation.isNamed(activation)
            ? Activation.named(activation)
            : new Activation(activation, ExpressionParser.of("u").parse(activation));
    Architecture network =
        new Architecture(
            sigma,
            2,
            List.of(widths),
            Rational.of(1.2),
            Rational.of(0.2),
            false,
            shared,
            true,
            false);
    MetricTensor background = new MetricTensor(Chart.of("x", "y"), g0);
    return new FlowStatement("A 100% test_case & {more}", background, ansatz, network, loss);
  }

  static Stream<Named<FlowStatement>> statements() {
    ExpressionParser parser = ExpressionParser.of("x", "y");
    List<Expr> target = List.of(parser.parse("2+x"), Rational.ZERO, Rational.ONE);
    Expr density = parser.parse("exp(-x^2)");
    Expr own = ExpressionParser.of("R", "sqrtg", "x", "g12").parse("sqrtg*(R-x)^4+g12^2");
    return Stream.of(
        Named.of(
            "mse", statement(ChartAnsatz.ADDITIVE, new MeanSquareLoss(target), "tanh", true, 8, 9)),
        Named.of("ricci", statement(ChartAnsatz.CONFORMAL, new RicciLoss(), "erf", false)),
        Named.of(
            "einstein",
            statement(
                ChartAnsatz.CHOLESKY, new EinsteinLoss(Rational.of(0.5)), "gelu", false, 5, 5)),
        Named.of(
            "scalar",
            statement(
                ChartAnsatz.DIAGONAL_EXPONENTIAL,
                new ScalarCurvatureLoss(parser.parse("1+y")),
                "u/Sqrt(1+u^2)",
                true,
                5,
                5)),
        Named.of(
            "perelman",
            statement(ChartAnsatz.ADDITIVE, new PerelmanLoss(density, XY), "sin", false)),
        Named.of(
            "own", statement(ChartAnsatz.ADDITIVE, new DensityLoss(own, XY), "cos", true, 5, 5)));
  }

  /** Those of the statements, and of rotationally symmetric metrics. */
  static Stream<Named<FlowDocument>> documents() {
    String title = "A 100% test_case & {more}";
    ExpressionParser parser = ExpressionParser.of("x");
    RadialMetric dumbbell =
        new RadialMetric(
            3,
            new Symbol("x"),
            Rational.ZERO,
            Constant.PI,
            parser.parse("sin(x)*(1-4*sin(x)^2/5)"),
            parser.parse("1+x*exp(-x)"));
    RadialMetric surface =
        new RadialMetric(
            2, new Symbol("x"), Rational.ZERO, Constant.PI, parser.parse("sin(x)"), Rational.ONE);
    return Stream.concat(
        statements().map(s -> Named.of(s.getName(), FlowDocument.of(s.getPayload()))),
        Stream.of(
            Named.of("dumbbell", FlowDocument.of(title, dumbbell)),
            Named.of("surface", FlowDocument.of(title, surface)),
            Named.of("cigar", FlowDocument.of(title, new SteadySoliton(2), Expr.of(4))),
            Named.of("bryant", FlowDocument.of(title, new SteadySoliton(5), Rational.of(0.5)))));
  }

  private static List<Item.Lines> programs(FlowDocument document) {
    List<Item> items = new ArrayList<>();
    document.sections().forEach(section -> items.addAll(section.items()));
    document.sections().forEach(section -> items.addAll(section.program()));
    List<Item.Lines> programs = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Lines lines) {
        programs.add(lines);
      }
    }
    return programs;
  }

  /**
   * Values of a document's lines, all of them, inputs at random unless an earlier line has them.
   */
  private static Map<Symbol, Double> evaluate(FlowDocument document, Map<Symbol, Double> fixed) {
    Random random = new Random(4);
    Map<Symbol, Double> values = new HashMap<>();
    for (Item.Lines lines : programs(document)) {
      for (Input input : lines.program().inputs()) {
        values.computeIfAbsent(
            input.name(), n -> fixed.getOrDefault(n, 0.2 + 0.3 * random.nextDouble()));
      }
      for (Definition line : lines.definitions()) {
        values.put(line.name(), Numbers.evaluate(line.value(), values));
      }
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("statements")
  void theSourcesAreTheSlopesOfTheLoss(FlowStatement statement) {
    FlowDocument document = FlowDocument.of(statement);
    Map<Symbol, Double> at = evaluate(document, Map.of());
    double step = 1e-4;
    Set<Symbol> defined = new HashSet<>();
    programs(document).forEach(p -> p.definitions().forEach(d -> defined.add(d.name())));
    int checked = 0;
    for (Symbol name : defined) {
      Symbol f = new Symbol(name.name().replaceFirst("^adj", ""));
      boolean source = name.name().matches("adjf\\d*(d\\d+)?");
      if (source) {
        double up = loss(document, at, f, step);
        double down = loss(document, at, f, -step);
        double slope = (up - down) / (2 * step);
        // central differences: h² times a third derivative, which is of size 100 to 1000 here
        assertThat(at.get(name))
            .as(name.name())
            .isCloseTo(slope, within(1e-4 * (1 + Math.abs(slope))));
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  private static double loss(
      FlowDocument document, Map<Symbol, Double> at, Symbol moved, double by) {
    Map<Symbol, Double> fixed = new HashMap<>(at);
    fixed.merge(moved, by, Double::sum);
    return evaluate(document, fixed).get(new Symbol("wl"));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void theKernelOfTheMetricIsTheJacobianOfTheAnsatz(FlowStatement statement) {
    FlowDocument document = FlowDocument.of(statement);
    Map<Symbol, Double> at = evaluate(document, Map.of());
    Derivation head = GeometrySection.head(statement.ansatz(), 2);
    for (Symbol g : head.outputs()) {
      for (String f : statement.ansatz().outputNames(2)) {
        Map<Symbol, Double> values = new HashMap<>(at);
        new ReferenceJets(statement.background(), statement.ansatz(), 0)
            .numbers()
            .forEach((name, number) -> values.put(name, Numbers.evaluate(number, Map.of())));
        Expr formula = head.line(g).orElseThrow().value();
        double slope = Numbers.evaluate(formula.differentiate(new Symbol(f)), values);
        Symbol line = new Symbol("J" + g.name().substring(1) + f);
        assertThat(at.getOrDefault(line, 0.0)).isCloseTo(slope, within(1e-14));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void textIsReadBackAsTheSameLines(FlowDocument document) {
    String text = document.print(Format.TEXT);
    Set<String> names = new HashSet<>();
    for (Item.Lines lines : programs(document)) {
      lines.program().inputs().forEach(i -> names.add(i.name().name()));
      lines.program().lines().forEach(l -> names.add(l.name().name()));
    }
    ExpressionParser parser = ExpressionParser.of(names);
    for (Item.Lines lines : programs(document)) {
      for (Definition line : lines.definitions()) {
        String printed = "  " + line.name() + " = " + line.value() + "\n";
        assertThat(text).contains(printed);
        Map<Symbol, Double> at = new HashMap<>();
        names.forEach(n -> at.put(new Symbol(n), 0.3 + n.hashCode() % 17 / 50.0));
        double read = Numbers.evaluate(parser.parse(line.value().toString()), at);
        double value = Numbers.evaluate(line.value(), at);
        assertThat(read).isCloseTo(value, within(1e-13 * (1 + Math.abs(value))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void latexBalances(FlowDocument document) {
    String latex = document.print(Format.LATEX);
    assertThat(latex).startsWith("\\documentclass").endsWith("\\end{document}\n");
    assertThat(latex).contains("A 100\\% test\\_case \\& \\{more\\}");
    Matcher environments = Pattern.compile("\\\\(begin|end)\\{([a-z]+\\*?)\\}").matcher(latex);
    Deque<String> open = new ArrayDeque<>();
    while (environments.find()) {
      if (environments.group(1).equals("begin")) {
        open.push(environments.group(2));
      } else {
        assertThat(open.pop()).isEqualTo(environments.group(2));
      }
    }
    assertThat(open).isEmpty();
    for (String row : latex.split("\\\\\\\\\n|\n")) {
      int depth = 0;
      String bare = row.replace("\\{", "").replace("\\}", "");
      for (char c : bare.toCharArray()) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        assertThat(depth).isNotNegative();
      }
      assertThat(depth).as(row).isZero();
      assertThat(count(row, "\\\\left[^a-z]")).isEqualTo(count(row, "\\\\right[^a-z]"));
    }
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void scriptsDefineEveryNameBeforeItsUse(FlowDocument document) {
    Set<String> known =
        new HashSet<>(
            Set.of(
                "sqrt",
                "exp",
                "erf",
                "tanh",
                "sin",
                "cos",
                "pi",
                "log",
                "Abs",
                "sign",
                "asin",
                "atan2",
                "sinh",
                "cosh",
                "Rational",
                "symbols",
                "real",
                "True"));
    Pattern word = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    for (String line : document.print(Format.SYMPY).split("\n")) {
      if (line.startsWith("#") || line.isBlank() || line.startsWith("from ")) {
        continue;
      }
      int equals = line.indexOf(" = ");
      String name = line.substring(0, equals);
      String value = line.substring(equals + 3).replaceAll("'[^']*'", "");
      word.matcher(value).results().forEach(m -> assertThat(known).contains(m.group()));
      known.add(name);
    }
    for (String line : document.print(Format.SYMJA).split("\n")) {
      assertThat(line).matches("\\(\\* .* \\*\\)|[A-Za-z][A-Za-z0-9]* := .*|");
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void definitionsAreReadByAParserOfMathematica(FlowDocument document) {
    int read = 0;
    for (String line : document.print(Format.MATHEMATICA).split("\n")) {
      if (line.contains(" := ")) {
        Parser parser = new Parser(new ASTNodeFactory(false), true);
        assertThat(parser.parse(line).toString()).startsWith("SetDelayed");
        assertThat(line).doesNotContain("_");
        read++;
      } else {
        assertThat(line).matches("\\(\\* .* \\*\\)|");
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void protectedNamesOfMathematicaAreAvoided() {
    ExpressionParser parser = ExpressionParser.of("K", "C");
    List<List<Expr>> g0 =
        List.of(
            List.of(parser.parse("1+K^2"), Rational.ZERO), List.of(Rational.ZERO, Rational.ONE));
    MetricTensor background = new MetricTensor(Chart.of("K", "C"), g0);
    FlowDocument document =
        FlowDocument.of("", background, ChartAnsatz.ADDITIVE, Motion.Ricci.PLAIN);
    assertThat(document.print(Format.MATHEMATICA)).contains("r11 := 1+K$^2");
    assertThat(document.print(Format.SYMJA)).contains("r11 := 1+K^2");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theFlowEquationComesFirstAndTheProgramIsAnAppendix(FlowDocument document) {
    assertThat(document.sections().get(0).title()).endsWith(" equation");
    for (Format format : List.of(Format.TEXT, Format.LATEX, Format.HTML)) {
      String whole = document.print(format);
      String brief = document.brief().print(format);
      assertThat(whole).contains("Appendix: the program, line by line");
      assertThat(brief).doesNotContain("Appendix").hasSizeLessThan(whole.length());
    }
  }

  @Test
  void kernelAndVariationAreWrittenOutForTheAnsatzAndTheLoss() {
    assertThat(text(statement(ChartAnsatz.CONFORMAL, new RicciLoss(), "erf", false)))
        .contains(
            "d/dt g_ij(x) = -int dmu(x') Theta_ij,kl(x,x') deltaL/delta g_kl(x')",
            "Theta_ij,kl(x,x') = 4 g_ij(x) Theta(x,x') g_kl(x')",
            "Theta = Theta_2, Theta_0 = K_0 = 18/25 x.x' + 1/25",
            "|Ric|^2 g^ij/4 - R^iajb R_ab",
            "boundary terms = int dS n_m");
    Expr own = ExpressionParser.of("R", "sqrtg", "Ric2").parse("sqrtg*(R^2+3*Ric2)");
    assertThat(text(statement(ChartAnsatz.ADDITIVE, new DensityLoss(own, XY), "tanh", true, 4, 4)))
        .contains(
            "Theta_f_ij,f_kl(x,x')",
            "a = 2*R, b = 3, v = ",
            "+ 2 D_a D^(i (b R^j)a) - Laplacian(b R^ij)");
  }

  @Test
  void sentencesHaveTheirFormulasInMathematicalMode() {
    FlowDocument document =
        FlowDocument.of(statement(ChartAnsatz.ADDITIVE, new RicciLoss(), "erf", true, 4, 4));
    assertThat(document.print(Format.LATEX))
        .contains("\\usepackage[T1]{fontenc}", "with $h = \\delta g$", "\\texttt{adjf11d1}");
    assertThat(document.print(Format.TEXT))
        .contains("with h = delta g", "adjf11d1, ... are the S:");
  }

  @Test
  void componentsMixOnlyWhereReadOutsShareABodyOfFiniteWidth() {
    String mixed = "Theta_11,12(x,x_a)";
    Loss loss = new RicciLoss();
    assertThat(text(statement(ChartAnsatz.ADDITIVE, loss, "erf", true, 4, 4))).contains(mixed);
    assertThat(text(statement(ChartAnsatz.ADDITIVE, loss, "erf", false, 4, 4)))
        .doesNotContain(mixed);
    assertThat(text(statement(ChartAnsatz.ADDITIVE, loss, "erf", true))).doesNotContain(mixed);
  }

  private static String text(FlowStatement statement) {
    return FlowDocument.of(statement).print(Format.TEXT);
  }

  @Test
  void formatsHaveNames() {
    assertThat(Format.of("--format", "sympy")).isEqualTo(Format.SYMPY);
    assertThatThrownBy(() -> Format.of("--format", "pdf"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "--format: 'pdf' is unknown; allowed are [text, latex, html, symja, sympy, mathematica]");
  }
}
