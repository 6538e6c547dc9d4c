package org.metricflows.symbolic.internal.typesetting;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence in which {@code $…$} is a formula in LaTeX and {@code `…`} a name of a program.
 *
 * @param text the sentence with its marks
 */
record Prose(String text) {
  private static final Pattern MARKED = Pattern.compile("\\$([^$]+)\\$|`([^`]+)`");
  private static final List<String[]> PLAIN =
      List.of(
          new String[] {"\\\\[,;: ]|\\\\quad", " "},
          new String[] {"\\\\!|\\\\left|\\\\right|\\\\math(rm|bb|it)|\\\\operatorname", ""},
          new String[] {"\\\\bar\\\\partial(?![_^])", " dbar "},
          new String[] {"\\\\bar\\\\partial", " dbar"},
          new String[] {"\\\\partial ?", "d"},
          new String[] {"\\\\varphi", "phi"},
          new String[] {"\\\\ell", "l"},
          new String[] {"\\\\le(?![a-z])", "<="},
          new String[] {"_\\{(\\d+)\\}", "$1"},
          new String[] {"\\\\(?=[A-Za-z])", ""},
          new String[] {"[{}]", ""},
          new String[] {" +", " "});

  /** The sentence with each kind of piece written its own way. */
  String write(
      UnaryOperator<String> words, UnaryOperator<String> formula, UnaryOperator<String> name) {
    StringBuilder written = new StringBuilder();
    Matcher marked = MARKED.matcher(text);
    int from = 0;
    while (marked.find()) {
      written.append(words.apply(text.substring(from, marked.start())));
      written.append(
          marked.group(1) != null ? formula.apply(marked.group(1)) : name.apply(marked.group(2)));
      from = marked.end();
    }
    return written.append(words.apply(text.substring(from))).toString();
  }

  /** In plain characters. */
  String plain() {
    return write(words -> words, Prose::plain, name -> name);
  }

  private static String plain(String latex) {
    String plain = latex;
    for (String[] rule : PLAIN) {
      plain = plain.replaceAll(rule[0], rule[1]);
    }
    return plain.strip();
  }
}
