package org.metricflows.symbolic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The known name that a misspelt word was meant to be.
 *
 * <p>Near are names a third of the word's letters away, by insertions, deletions, substitutions and
 * swaps of neighbours; without one, names that contain the word or begin as it does. Case counts
 * only between names that are equally near.
 */
public final class Suggestion {

  /** Words with fewer letters are near to far too many others. */
  private static final int SHORT = 3;

  private static final int BEGINNING = 4;

  private Suggestion() {}

  /** The nearest of the known names, if any is near enough to be meant. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(name -> isNear(word, name) || contains(word, name) || beginsAlike(word, name))
        .min(
            Comparator.comparing((String name) -> !isNear(word, name))
                .thenComparing(name -> distance(fold(word), fold(name)))
                .thenComparing(name -> isUpper(name) != isUpper(word))
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The end of a message about an unknown word: the name that was meant, or all known ones. */
  public static String ending(String word, Collection<String> known) {
    return nearest(word, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> "known: " + String.join(", ", known));
  }

  private static boolean isNear(String word, String name) {
    int allowed = word.length() < SHORT ? 0 : (word.length() + 1) / 3;
    return distance(fold(word), fold(name)) <= allowed;
  }

  private static boolean contains(String word, String name) {
    return word.length() >= SHORT && fold(name).contains(fold(word));
  }

  private static boolean beginsAlike(String word, String name) {
    String beginning = name.substring(0, Math.min(BEGINNING, name.length()));
    return word.length() >= BEGINNING
        && beginning.length() > 1
        && fold(word).startsWith(fold(beginning));
  }

  private static boolean isUpper(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
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
