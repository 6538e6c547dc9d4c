package org.metricflows.symbolic.internal.typesetting;

import java.util.StringJoiner;

/**
 * Reads the LaTeX that documents and printers write, and writes MathML.
 *
 * <p>A row is a sequence of atoms, each with its scripts; groups, fences and tables are rows again.
 * Commands that {@link MathMlSymbols} does not know become their name in upright letters, so that a
 * loss of a user's own stays readable whatever it says.
 */
final class MathMlReader {
  /** Follows a function's name, after its scripts. */
  static final String APPLICATION = "<mo>\u2061</mo>";

  /** Round borders, since brackets only stretch where a font for mathematics is. */
  private static final String BRACKETED =
      "<mtable style=\"border:solid;border-width:0 .07em;border-radius:.7em;padding:0 .4em\">";

  private static final String OPERATORS = "+-=<>,;:/*!";

  private final String source;
  private final boolean display;
  private int at;

  MathMlReader(String source, boolean display) {
    this.source = source;
    this.display = display;
  }

  String read() {
    StringBuilder whole = new StringBuilder();
    while (at < source.length()) {
      whole.append(row());
      at++; // a closing brace that nothing opened
    }
    return whole.toString();
  }

  /** Atoms up to what ends a row: a brace, \right, \end, a column or a row of a table. */
  private String row() {
    StringBuilder row = new StringBuilder();
    String before = "";
    while (!atEnd()) {
      String next = scripted();
      row.append(gap(before, next)).append(next);
      before = next;
      blanks();
    }
    return "<mrow>" + row + "</mrow>";
  }

  /** The thin space of sin x and of h sin(x): between a function's name and an operand. */
  private static String gap(String before, String next) {
    boolean beside = before.endsWith(APPLICATION) || next.endsWith(APPLICATION);
    return beside && isOperand(before) && isOperand(next) ? MathMlSymbols.of(",") : "";
  }

  private static boolean isOperand(String element) {
    return !element.matches("(?s)|(<mrow>)?<(mo|mspace)\\b.*");
  }

  private boolean atEnd() {
    blanks();
    return at >= source.length()
        || source.charAt(at) == '}'
        || source.charAt(at) == '&'
        || source.startsWith("\\\\", at)
        || isCommand("right")
        || isCommand("end");
  }

  private boolean isCommand(String name) {
    int after = at + 1 + name.length();
    return source.startsWith("\\" + name, at)
        && (after >= source.length() || !Character.isLetter(source.charAt(after)));
  }

  private void blanks() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  /** An atom with what hangs under and over it. */
  private String scripted() {
    boolean limits = display && (isCommand("sum") || isCommand("prod"));
    String base = atom();
    String below = "";
    StringBuilder above = new StringBuilder();
    while (at < source.length() && "_^'".indexOf(source.charAt(at)) >= 0) {
      char script = source.charAt(at++);
      if (script == '\'') {
        above.append("<mo>\u2032</mo>");
      } else if (script == '_') {
        below = argument();
      } else {
        above.append(argument());
      }
    }
    boolean function = base.endsWith(APPLICATION);
    String bare = base.isEmpty() ? "<mrow></mrow>" : withoutApplication(base);
    return attach(bare, below, above.toString(), limits) + (function ? APPLICATION : "");
  }

  private static String withoutApplication(String element) {
    return element.endsWith(APPLICATION)
        ? element.substring(0, element.length() - APPLICATION.length())
        : element;
  }

  private static String attach(String base, String below, String above, boolean limits) {
    String over = "<mrow>" + above + "</mrow>";
    if (below.isEmpty() && above.isEmpty()) {
      return base;
    }
    if (above.isEmpty()) {
      return element(limits ? "munder" : "msub", base + below);
    }
    return below.isEmpty()
        ? element(limits ? "mover" : "msup", base + over)
        : element(limits ? "munderover" : "msubsup", base + below + over);
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  /** What a command or a script takes: a group, or one token, which is one digit of a number. */
  private String argument() {
    blanks();
    if (at < source.length() && Character.isDigit(source.charAt(at))) {
      return element("mn", String.valueOf(source.charAt(at++)));
    }
    String argument = at < source.length() ? withoutApplication(atom()) : "";
    return argument.isEmpty() ? "<mrow></mrow>" : argument;
  }

  private String atom() {
    char c = source.charAt(at);
    if (c == '{') {
      at++;
      String group = row();
      at++;
      return group;
    }
    if (c == '\\') {
      return command();
    }
    if (Character.isDigit(c)) {
      return number();
    }
    at++;
    if (Character.isLetter(c)) {
      return element("mi", String.valueOf(c));
    }
    return character(c);
  }

  private static String character(char c) {
    if (c == '-') {
      return "<mo>\u2212</mo>";
    }
    if (OPERATORS.indexOf(c) >= 0) {
      return element("mo", MathMl.escape(String.valueOf(c)));
    }
    if (c == '|') {
      return "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">|</mo>";
    }
    if ("()[]".indexOf(c) >= 0) {
      return "<mo stretchy=\"false\">" + c + "</mo>";
    }
    return element("mtext", MathMl.escape(c == '~' ? "\u00a0" : String.valueOf(c)));
  }

  private String number() {
    int from = at;
    while (at < source.length() && isNumeral(at)) {
      at++;
    }
    return element("mn", source.substring(from, at));
  }

  private boolean isNumeral(int index) {
    boolean point =
        source.charAt(index) == '.'
            && index + 1 < source.length()
            && Character.isDigit(source.charAt(index + 1));
    return point || Character.isDigit(source.charAt(index));
  }

  private String name() {
    int from = ++at;
    while (at < source.length() && Character.isLetter(source.charAt(at))) {
      at++;
    }
    if (at == from && at < source.length()) {
      at++; // \, and the like
    }
    return source.substring(from, at);
  }

  private String command() {
    String name = name();
    return switch (name) {
      case "frac", "dfrac" -> element("mfrac", argument() + argument());
      case "tfrac" ->
          "<mstyle displaystyle=\"false\"><mfrac>" + argument() + argument() + "</mfrac></mstyle>";
      case "sqrt" -> element("msqrt", argument());
      case "bar", "overline" -> over(argument(), "\u00af");
      case "hat" -> over(argument(), "^");
      case "tilde" -> over(argument(), "~");
      case "dot" -> over(argument(), "\u02d9");
      case "mathrm", "operatorname", "text", "mathit", "texttt" -> word(name, words());
      case "mathbb" -> MathMlSymbols.doubleStruck(words());
      case "left" -> fenced();
      case "begin" -> table();
      case "Big", "Bigl", "Bigr", "big", "bigl", "bigr" -> big(delimiter());
      default -> MathMlSymbols.of(name);
    };
  }

  private static String over(String base, String accent) {
    return "<mover accent=\"true\">" + base + "<mo>" + accent + "</mo></mover>";
  }

  private static String word(String command, String text) {
    String escaped = MathMl.escape(text);
    return switch (command) {
      case "text" -> element("mtext", escaped);
      case "mathit" -> "<mi style=\"font-style:italic\">" + escaped + "</mi>";
      case "texttt" -> "<mtext style=\"font-family:monospace\">" + escaped + "</mtext>";
      case "operatorname" -> element("mi", escaped) + APPLICATION;
      default -> "<mi mathvariant=\"normal\">" + escaped + "</mi>";
    };
  }

  /** The letters of a group, or one character. */
  private String words() {
    blanks();
    if (at >= source.length() || source.charAt(at) != '{') {
      return at < source.length() ? String.valueOf(source.charAt(at++)) : "";
    }
    int close = source.indexOf('}', at);
    String text = source.substring(at + 1, close < 0 ? source.length() : close);
    at = close < 0 ? source.length() : close + 1;
    return text.replace("\\,", " ").replace("\\_", "_");
  }

  private String fenced() {
    String open = delimiter();
    String inside = row();
    if (isCommand("right")) {
      at += "\\right".length();
    }
    String close = at < source.length() ? delimiter() : "";
    return element("mrow", fence(open, "prefix") + inside + fence(close, "postfix"));
  }

  private static String fence(String delimiter, String form) {
    return delimiter.isEmpty()
        ? ""
        : "<mo fence=\"true\" stretchy=\"true\" form=\"" + form + "\">" + delimiter + "</mo>";
  }

  private static String big(String delimiter) {
    return "<mo stretchy=\"true\" symmetric=\"true\" minsize=\"1.6em\">" + delimiter + "</mo>";
  }

  private String delimiter() {
    blanks();
    if (at >= source.length()) {
      return "";
    }
    if (source.charAt(at) == '\\') {
      return MathMlSymbols.delimiter(name());
    }
    char c = source.charAt(at++);
    return c == '.' ? "" : MathMl.escape(String.valueOf(c));
  }

  /** An environment of rows and columns; a pmatrix in brackets. */
  private String table() {
    boolean brackets = words().equals("pmatrix");
    StringJoiner rows = new StringJoiner("", "<mtable>", "</mtable>");
    StringBuilder cells = new StringBuilder();
    while (at < source.length() && !isCommand("end")) {
      cells.append(element("mtd", row()));
      if (source.startsWith("\\\\", at)) {
        at += 2;
        rows.add(element("mtr", cells.toString()));
        cells.setLength(0);
      } else if (at < source.length() && !isCommand("end")) {
        at++; // &
      }
    }
    rows.add(element("mtr", cells.toString()));
    if (at < source.length()) {
      at += "\\end".length();
      words();
    }
    String body = rows.toString();
    return brackets ? body.replace("<mtable>", BRACKETED) : body;
  }
}
