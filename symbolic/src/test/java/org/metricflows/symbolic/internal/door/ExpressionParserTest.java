package org.metricflows.symbolic.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

class ExpressionParserTest {
  private final ExpressionParser parser = ExpressionParser.of("x", "y", "X");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sin(x)^2/3 | sin(x)^2/3",
        "Sin[x]^2/3 | sin(x)^2/3",
        "x**2 | x^2",
        "x^2^3 | x^8",
        "-x^2 | -x^2",
        "-2^2 | -4",
        "2^-1/2 | 1/4",
        "0.1 | 1/10",
        "1e-3 | 1/1000",
        "1.5*^-3 | 3/2000",
        "2.5E2 | 250",
        "1.e1 | 10",
        ".5x | x/2",
        "2 x y | 2*x*y",
        "2(x+1) | 2*(1+x)",
        "(x+1)(y-1) | (-1+y)*(1+x)",
        "x--y | x+y",
        "x-+y | x-y",
        "3-x-y | 3-x-y",
        "x/y/2 | x/(2*y)",
        "x/y x | x^2/y",
        "sin(x)(y) | y*sin(x)",
        "2*-x | -2*x",
        "X-x | X-x",
        "E^x | exp(x)",
        "exp(x) | exp(x)",
        "Exp[x] | exp(x)",
        "2*Pi | 2*Pi",
        "cos(pi*x) | cos(x*Pi)",
        "Sqrt[x^2+1] | sqrt(1+x^2)",
        "Power[x,y] | x^y",
        "Cot[x] | cos(x)/sin(x)",
        "sec(x) | 1/cos(x)",
        "atan2(y,x) | atan2(y,x)",
        "ArcTan[x,y] | atan2(y,x)",
        "ArcTan[x] | atan(x)",
        "Max[x,y] | max(x,y)",
        "UnitStep[x] | step(x)",
        "HeavisideTheta[x] | step(x)",
        "ln(x) | log(x)",
        "relu(x) | max(x,0)",
        "softplus(x) | softplus(x)",
        "sin(-x) | -sin(x)",
      })
  void readsMathematicsInEitherSpelling(String text, String canonical) {
    Expr read = parser.parse(text);
    assertThat(read).isEqualTo(parser.parse(canonical));
    assertThat(parser.parse(read.toString())).as("printed and read again").isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1+2*3^2/4-5 | 0.5",
        "asinh(0.7)-atanh(0.3) | 0.34314696",
        "acosh(1.7) | 1.12323098",
        "sigmoid(0.3) | 0.57444252",
        "gelu(0.7) | 0.53062544",
        "swish(0.7) | 0.46773144",
        "sech(0.3)+csch(0.3)+coth(0.3) | 7.67321974",
        "csc(0.4)+sec(0.4)+cot(0.4) | 6.01885930",
      })
  void derivedFunctionsHaveTheirValues(String text, double value) {
    // the expected values carry eight decimals
    assertThat(Numbers.evaluate(parser.parse(text), Map.of())).isCloseTo(value, within8());
  }

  private static org.assertj.core.data.Offset<Double> within8() {
    return org.assertj.core.data.Offset.offset(1e-8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sinn(x) | unknown function 'sinn' (did you mean 'sin'?)",
        "SIN(x) | unknown function 'SIN' (did you mean",
        "foo(x) | unknown function 'foo' in 'foo(x)'",
        "z | unknown symbol 'z' (declared: x, y, X)",
        "e^x | unknown symbol 'e'",
        "I*x | formulas are real",
        "sin | 'sin' without its argument",
        "sin^2(x) | 'sin' without its argument",
        "sin x | 'sin' without its argument",
        "sin() | 'sin' takes 1 argument, 0 given",
        "sin(x,y) | 'sin' takes 1 argument, 2 given",
        "atan2(x) | 'atan2' takes 2 arguments, 1 given",
        "Power[x] | 'Power' takes 2 arguments, 1 given",
        "Plus[x] | 'Plus' takes two or more",
        "x(y+1) | 'x' is a variable, not a function",
        "Sin[x][y] | only a named function",
        "1/0 | division by zero",
        "x/(y-y) | division by zero",
        "log(0) | log of zero",
        "sin(x | a bracket is never closed: at position 4",
        "x) | without an opening one at position 2",
        "sin(x] | brackets do not match",
        "x+ | cannot be read at its end",
        "x*/y | cannot be read at position 3 ('/')",
        "*x | cannot be read at position 1",
        "sin(x,,y) | cannot be read at position 7",
        "() | cannot be read",
        "2 + 1e-3 */ x | cannot be read at position 11",
        "{1,2} | a list is not allowed in a formula: at position 1",
        "x=3 | an assignment or equation",
        "x:=3 | an assignment or equation",
        "x_ | a pattern or underscore",
        "\"abc\" | a string or quote",
        "Import[\"f\"] | a string or quote",
        "Get[x] | unknown function 'Get'",
        "Run(x) | unknown function 'Run'",
        "Import(x) | unknown function 'Import'",
        "<<x | file operator",
        "x>y | a comparison",
        "x! | operator",
        "x' | a string or quote",
        "#& | not allowed",
        "% | not allowed",
        "x;y | not allowed",
        "x@y | not allowed",
        "x~y | not allowed",
        "x[[1]] | the operator '[[ ]]'",
        "x.y | the operator '.'",
        "α | not allowed",
        "(*c*)x | comment",
        "3 4 | two numbers without an operator",
        "1..2 | two numbers without an operator",
        "9^9^9 | the exponent 387420489 is out of range",
        "x^1001 | the exponent 1001 is out of range",
        "x^-1001 | the exponent -1001 is out of range",
        "(-2)^0.5 | fractional power of the negative number -2",
        "1e400 | out of range",
        "1e99999 | a number out of range",
        "10^400 | out of range",
        "D(x) | unknown function 'D'",
        "N[x] | unknown function 'N'",
        "1e | unknown symbol 'e'",
        "1e3x | unknown symbol 'e3x'",
        "Integrate(x,y) | unknown function 'Integrate'",
      })
  void refusesEverythingElseInOneSentence(String text, String complaint) {
    assertThatThrownBy(() -> parser.parse("metric[0][1]", text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("metric[0][1]: ")
        .hasMessageContaining(complaint);
  }

  @Test
  void emptyLongAndDeepTextsAreRefused() {
    assertThatThrownBy(() -> parser.parse("f", "  ")).hasMessageContaining("empty text");
    assertThatThrownBy(() -> parser.parse("f", "x+".repeat(20_000) + "x"))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> parser.parse("f", "(".repeat(500) + "x" + ")".repeat(500)))
        .isInstanceOf(InputException.class);
    for (String chain : new String[] {"- ", "x^"}) {
      assertThatCode(() -> parser.parse("f", chain.repeat(5000) + "x"))
          .isInstanceOf(InputException.class);
    }
  }

  @Test
  void longSumsAndProductsAreRead() {
    assertThat(parser.parse("x+".repeat(5000) + "x")).isEqualTo(Expr.symbol("x").times(5001));
    assertThat(parser.parse("1/" + "x/".repeat(4999) + "x")).isEqualTo(Expr.symbol("x").pow(-5000));
    assertThat(parser.parse("x*".repeat(900) + "x")).isEqualTo(Expr.symbol("x").pow(901));
  }

  @ParameterizedTest
  @ValueSource(strings = {"E", "I", "N", "D", "Pi", "pi", "sin", "Sin", "x_1", "1x", "", "é"})
  void namesThatMeanSomethingElseCannotBeDeclared(String name) {
    assertThatThrownBy(() -> ExpressionParser.checkName("chart.coordinates", name))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("chart.coordinates: '" + name + "'");
  }

  @Test
  void ordinaryNamesCanBeDeclaredAndMayShadowNothing() {
    for (String name : new String[] {"x", "th", "r", "x1", "M", "a", "e", "i"}) {
      ExpressionParser.checkName("f", name);
      assertThat(ExpressionParser.of(name).parse(name)).isEqualTo(new Symbol(name));
    }
  }
}
