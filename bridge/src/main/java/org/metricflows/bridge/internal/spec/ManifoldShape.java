package org.metricflows.bridge.internal.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** A closed submanifold of R^N, by a name or by its equations. */
public sealed interface ManifoldShape {

  /** The names of R^N's coordinates. */
  List<String> ambient();

  /** Polynomials in them of which it is the zero set. */
  List<String> equations();

  /** What a spec states it by. */
  Map<String, Object> section();

  /** The names of coordinates where a spec gives none: X, Y, Z, or X1, X2, … of more. */
  private static List<String> names(int n) {
    return n <= 3
        ? List.of("X", "Y", "Z").subList(0, n)
        : IntStream.rangeClosed(1, n).mapToObj(a -> "X" + a).toList();
  }

  private static Map<String, Object> named(String name) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("name", name);
    return section;
  }

  /**
   * Σ (X^a/r_a)² = 1.
   *
   * @param axes r_a > 0
   * @param section as a sphere, or by its axes
   */
  record Ellipsoid(List<Double> axes, Map<String, Object> section) implements ManifoldShape {
    /** Copies its arguments. */
    public Ellipsoid {
      axes = List.copyOf(axes);
      section = Collections.unmodifiableMap(new LinkedHashMap<>(section));
    }

    static Ellipsoid of(List<Double> axes) {
      Map<String, Object> section = named("ellipsoid");
      section.put("axes", axes);
      return new Ellipsoid(axes, section);
    }

    static Ellipsoid sphere(int dimension, double radius) {
      Map<String, Object> section = named("sphere");
      section.put("dimension", dimension);
      section.put("radius", radius);
      return new Ellipsoid(Collections.nCopies(dimension + 1, radius), section);
    }

    @Override
    public List<String> ambient() {
      return names(axes.size());
    }

    @Override
    public List<String> equations() {
      StringJoiner sum = new StringJoiner(" + ", "", " - 1");
      for (int a = 0; a < axes.size(); a++) {
        String x = ambient().get(a);
        sum.add(axes.get(a) == 1 ? x + "^2" : "(" + x + "/" + axes.get(a) + ")^2");
      }
      return List.of(sum.toString());
    }
  }

  /**
   * The torus of revolution around the third axis, (√(X²+Y²) − R)² + Z² = r².
   *
   * @param major R
   * @param minor r, below R
   */
  record Torus(double major, double minor) implements ManifoldShape {
    @Override
    public List<String> ambient() {
      return names(3);
    }

    @Override
    public List<String> equations() {
      double shift = major * major - minor * minor;
      double slope = 4 * major * major;
      return List.of("(X^2 + Y^2 + Z^2 + " + shift + ")^2 - " + slope + "*(X^2 + Y^2)");
    }

    @Override
    public Map<String, Object> section() {
      Map<String, Object> section = named("torus");
      section.put("radii", List.of(major, minor));
      return section;
    }
  }

  /**
   * The zero set of given polynomials.
   *
   * @param ambient names of coordinates
   * @param equations fewer than these
   */
  record Zeros(List<String> ambient, List<String> equations) implements ManifoldShape {
    /** Copies its lists. */
    public Zeros {
      ambient = List.copyOf(ambient);
      equations = List.copyOf(equations);
    }

    @Override
    public Map<String, Object> section() {
      Map<String, Object> section = new LinkedHashMap<>();
      section.put("ambient", ambient);
      section.put("equations", equations);
      return section;
    }
  }
}
