package org.metricflows.bridge.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name nearest to a misspelt one. */
public final class Suggestion {
  private Suggestion() {}

  /** The nearest of the known names, if any is near enough to be meant. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int allowed = Math.max(1, (word.length() + 1) / 3);
    return known.stream()
        .filter(name -> distance(fold(word), fold(name)) <= allowed || resembles(word, name))
        .min(Comparator.comparingInt(name -> distance(fold(word), fold(name))));
  }

  /** The end of a message about an unknown word: the name that was meant, or all known ones. */
  public static String ending(String word, Collection<String> known) {
    return nearest(word, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> "known: " + String.join(", ", known));
  }

  private static boolean resembles(String word, String name) {
    int beginning = Math.min(4, name.length());
    return word.length() >= 3 && fold(name).contains(fold(word))
        || word.length() >= 4 && fold(word).startsWith(fold(name).substring(0, beginning));
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Optimal string alignment distance: insertions, deletions, substitutions, swaps. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = cost[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
