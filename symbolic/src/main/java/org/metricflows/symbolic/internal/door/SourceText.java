package org.metricflows.symbolic.internal.door;

import java.util.ArrayDeque;
import java.util.Deque;
import org.metricflows.symbolic.InputException;

/**
 * A person's text made ready for Symja's grammar: allowed characters only, brackets matched, powers
 * as {@code ^}, exponents of ten as {@code *^}, and a way back from offsets there to positions
 * here.
 */
final class SourceText {
  private static final int LONGEST = 20_000;
  private static final int DEEPEST = 200;
  private static final String ALLOWED = "+-*/^()[],. \t\r\n";

  private final String field;
  private final String original;
  private final StringBuilder normal = new StringBuilder();
  private final int[] origin;

  SourceText(String field, String original) {
    this.field = field;
    this.original = original;
    if (original.isBlank()) {
      throw InputException.of(field, "an empty text where a formula is expected");
    }
    if (original.length() > LONGEST) {
      throw InputException.of(
          field, "a formula of " + original.length() + " characters, at most " + LONGEST);
    }
    checkCharacters();
    checkBrackets();
    this.origin = new int[2 * original.length() + 2];
    normalise();
  }

  String normal() {
    return normal.toString();
  }

  /** A complaint about the whole formula. */
  InputException error(String complaint) {
    return InputException.of(field, "" + complaint + " in '" + shown() + "'");
  }

  /** A complaint about a place in the normal text. */
  InputException errorAt(int offset, String complaint) {
    int at = origin[Math.max(0, Math.min(offset, normal.length()))];
    return at >= original.stripTrailing().length()
        ? error(complaint + " at its end")
        : errorIn(at, complaint);
  }

  private InputException errorIn(int at, String complaint) {
    return error(complaint + " at position " + (at + 1) + " ('" + original.charAt(at) + "')");
  }

  private String shown() {
    String line = original.strip().replaceAll("\\s+", " ");
    return line.length() <= 80 ? line : line.substring(0, 77) + "...";
  }

  private void checkCharacters() {
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      boolean letterOrDigit = isLetter(c) || isDigit(c);
      if (!letterOrDigit && ALLOWED.indexOf(c) < 0) {
        throw errorIn(i, refusal(c) + " not allowed in a formula:");
      }
    }
    int comment = original.indexOf("(*");
    if (comment >= 0) {
      throw errorIn(comment, "a comment is not allowed in a formula:");
    }
  }

  private static String refusal(char c) {
    return switch (c) {
      case '"', '\'', '`' -> "a string or quote is";
      case '{', '}' -> "a list is";
      case '=', ':' -> "an assignment or equation is";
      case '_' -> "a pattern or underscore is";
      case '<', '>', '&', '|', '!' -> "a comparison, logical operator or file operator is";
      default -> "the character is";
    };
  }

  private void checkBrackets() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      if (c == '(' || c == '[') {
        open.push(i);
      } else if (c == ')' || c == ']') {
        if (open.isEmpty()) {
          throw errorIn(i, "a closing bracket without an opening one");
        }
        char opening = original.charAt(open.pop());
        if ((opening == '(') != (c == ')')) {
          throw errorIn(i, "brackets do not match: '" + opening + "' is closed by another kind");
        }
      }
      if (open.size() > DEEPEST) {
        throw error("brackets nested deeper than " + DEEPEST);
      }
    }
    if (!open.isEmpty()) {
      throw errorIn(open.pop(), "a bracket is never closed:");
    }
  }

  private void normalise() {
    int i = 0;
    while (i < original.length()) {
      char c = original.charAt(i);
      char next = i + 1 < original.length() ? original.charAt(i + 1) : ' ';
      if (isLetter(c)) {
        i = copyWhile(i, true);
      } else if (isDigit(c) || (c == '.' && isDigit(next))) {
        i = copyNumber(i);
      } else if (c == '*' && next == '*') {
        append('^', i);
        i += 2;
      } else if ((c == '-' || c == '+') && c == next) {
        append(c, i);
        append(' ', i++);
      } else {
        append(c, i++);
      }
    }
    origin[normal.length()] = original.length();
  }

  private int copyWhile(int start, boolean letters) {
    int i = start;
    while (i < original.length() && isNamePart(original.charAt(i), letters)) {
      append(original.charAt(i), i++);
    }
    return i;
  }

  private static boolean isNamePart(char c, boolean letters) {
    return isDigit(c) || (letters && isLetter(c));
  }

  private int copyNumber(int start) {
    int i = copyWhile(start, false);
    if (i < original.length() && original.charAt(i) == '.') {
      append('.', i++);
      i = copyWhile(i, false);
    }
    int end = original.length();
    int e = i;
    boolean symja = original.startsWith("*^", i);
    if (symja) {
      e = i + 2;
    } else if (e < end && (original.charAt(e) == 'e' || original.charAt(e) == 'E')) {
      e = i + 1;
    } else {
      return checkNumberEnd(start, i);
    }
    int digits = e < end && (original.charAt(e) == '-' || original.charAt(e) == '+') ? e + 1 : e;
    int after = digits;
    while (after < end && isDigit(original.charAt(after))) {
      after++;
    }
    boolean exponent = after > digits && (after == end || !isLetter(original.charAt(after)));
    if (!exponent) {
      return i;
    }
    if (after - digits > 3) {
      throw errorIn(start, "a number out of range");
    }
    append('*', i);
    append('^', i);
    for (int k = e; k < after; k++) {
      if (original.charAt(k) != '+') {
        append(original.charAt(k), k);
      }
    }
    return checkNumberEnd(start, after);
  }

  /** Two numbers side by side are a slip, not a product. */
  private int checkNumberEnd(int start, int end) {
    int i = end;
    while (i < original.length() && Character.isWhitespace(original.charAt(i))) {
      i++;
    }
    if (i < original.length() && (isDigit(original.charAt(i)) || original.charAt(i) == '.')) {
      throw errorIn(start, "two numbers without an operator between them");
    }
    return end;
  }

  private void append(char c, int from) {
    origin[normal.length()] = from;
    normal.append(c);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
