package org.metricflows.symbolic.internal.variety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.metricflows.symbolic.expression.ComplexExpr;

/**
 * The symmetries of a variety that its equations show: permutations of the coordinates that take
 * each equation into one of them, phases of the coordinates that multiply each equation by a phase,
 * and complex conjugation.
 *
 * @param permutations all of them, each by where coordinate i goes; the identity among them
 * @param differences exponents of the monomials of an equation less those of its first: phases are
 *     what all these combinations leave as they are
 * @param isReal whether all coefficients are real
 */
public record CoordinateSymmetry(
    List<List<Integer>> permutations, List<List<Integer>> differences, boolean isReal) {

  /** Of a variety. */
  public static CoordinateSymmetry of(Variety variety) {
    List<Polynomial> equations = variety.equations();
    return new CoordinateSymmetry(
        new Search(variety).all(),
        differences(equations),
        equations.stream().allMatch(q -> real(q)));
  }

  private static boolean real(Polynomial equation) {
    return equation.terms().values().stream().allMatch(c -> c.im().isZero());
  }

  private static List<List<Integer>> differences(List<Polynomial> equations) {
    List<List<Integer>> differences = new ArrayList<>();
    for (Polynomial equation : equations) {
      List<Integer> first = equation.terms().keySet().iterator().next();
      for (List<Integer> other : equation.terms().keySet()) {
        differences.add(
            IntStream.range(0, first.size()).mapToObj(i -> other.get(i) - first.get(i)).toList());
      }
    }
    return differences;
  }

  /**
   * Goes through permutations image by image, and turns back where a coordinate's image occurs in
   * other ways than it does itself.
   */
  private static final class Search {
    private final Variety variety;
    private final Set<Map<List<Integer>, ComplexExpr>> equations = new HashSet<>();
    private final List<Object> profiles = new ArrayList<>();
    private final List<List<Integer>> found = new ArrayList<>();

    Search(Variety variety) {
      this.variety = variety;
      variety.equations().forEach(q -> equations.add(new HashMap<>(q.terms())));
      for (int i = 0; i < variety.ambient().coordinates(); i++) {
        profiles.add(profile(i));
      }
    }

    List<List<Integer>> all() {
      extend(new ArrayList<>());
      return found;
    }

    /** How often the coordinate occurs with which power and coefficient, and in which company. */
    private Map<Object, Integer> profile(int coordinate) {
      Map<Object, Integer> profile = new HashMap<>();
      for (Polynomial equation : variety.equations()) {
        equation
            .terms()
            .forEach(
                (exponents, c) ->
                    profile.merge(
                        List.of(exponents.get(coordinate), exponents.stream().sorted().toList(), c),
                        1,
                        Integer::sum));
      }
      return profile;
    }

    private void extend(List<Integer> images) {
      int next = images.size();
      if (next == profiles.size()) {
        if (keepsFactors(images) && keepsEquations(images)) {
          found.add(List.copyOf(images));
        }
        return;
      }
      for (int image = 0; image < profiles.size(); image++) {
        if (!images.contains(image) && profiles.get(image).equals(profiles.get(next))) {
          images.add(image);
          if (keepsFactors(images)) {
            extend(images);
          }
          images.remove(next);
        }
      }
    }

    /** Two coordinates are of one factor if and only if their images are. */
    private boolean keepsFactors(List<Integer> images) {
      int last = images.size() - 1;
      return IntStream.range(0, last)
          .allMatch(
              i ->
                  (factor(i) == factor(last))
                      == (factor(images.get(i)) == factor(images.get(last))));
    }

    private int factor(int coordinate) {
      Ambient ambient = variety.ambient();
      return (int)
          IntStream.range(1, ambient.factors()).filter(f -> ambient.first(f) <= coordinate).count();
    }

    private boolean keepsEquations(List<Integer> images) {
      return equations.stream().allMatch(q -> equations.contains(moved(q, images)));
    }

    private static Map<List<Integer>, ComplexExpr> moved(
        Map<List<Integer>, ComplexExpr> equation, List<Integer> images) {
      Map<Integer, Integer> sources = new TreeMap<>();
      for (int i = 0; i < images.size(); i++) {
        sources.put(images.get(i), i);
      }
      Map<List<Integer>, ComplexExpr> moved = new HashMap<>();
      equation.forEach(
          (exponents, c) -> moved.put(sources.values().stream().map(exponents::get).toList(), c));
      return moved;
    }
  }
}
