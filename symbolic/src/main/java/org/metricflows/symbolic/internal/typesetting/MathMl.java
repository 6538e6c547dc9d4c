package org.metricflows.symbolic.internal.typesetting;

/**
 * Formulas as MathML Core, which browsers render by themselves.
 *
 * <pre>{@code
 * MathMl.inline("\\frac{x}{2}")       // <math><mfrac><mi>x</mi><mn>2</mn></mfrac></math>
 * }</pre>
 */
public final class MathMl {

  private MathMl() {}

  /** A formula in a line of text. */
  public static String inline(String latex) {
    return "<math>" + new MathMlReader(latex, false).read() + "</math>";
  }

  /** A formula in a line of its own. */
  public static String block(String latex) {
    return "<math display=\"block\">" + new MathMlReader(latex, true).read() + "</math>";
  }

  /** Any text as HTML or XML content or as the value of an attribute. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
