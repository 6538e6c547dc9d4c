package org.metricflows.numeric.internal.kernel.jet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Truncated Taylor arithmetic, in the coordinates of x and x' or in one variable, recorded as a
 * program over columns.
 *
 * <p>A composition f(u) with u = u₀ + δ is Σ_k f⁽ᵏ⁾(u₀)/k! δᵏ, which ends at k = 4 at the latest
 * for jets of order 2 + 2. The powers of δ are shared by all functions of the same argument, and
 * every product is truncated to the coefficients that can be non-zero.
 *
 * <p>Not thread-safe; the programs made from it are.
 */
public final class JetAlgebra {

  private final Convolution convolution;
  private final ColumnGraph graph = new ColumnGraph();
  private final Map<Jet, List<Jet>> powers = new HashMap<>();

  /** Arithmetic of expansions that multiply as a convolution says. */
  public JetAlgebra(Convolution convolution) {
    this.convolution = convolution;
  }

  /** Number of coefficients of a jet. */
  int size() {
    return convolution.size();
  }

  ColumnGraph graph() {
    return graph;
  }

  /** A number. */
  public Jet constant(double value) {
    int[] columns = zeros();
    columns[0] = value == 0 ? Jet.ZERO : graph.constant(value);
    return new Jet(columns);
  }

  /** A variable, its value fed in; {@code slope} is the coefficient of its own first derivative. */
  public Jet variable(int slope) {
    int[] columns = zeros();
    columns[0] = graph.input();
    columns[slope] = graph.constant(1);
    return new Jet(columns);
  }

  /** A variable by which no derivatives are taken, its value fed in. */
  public Jet parameter() {
    int[] columns = zeros();
    columns[0] = graph.input();
    return new Jet(columns);
  }

  /** A jet of which the coefficients {@code from, from + stride, … < to} are fed in. */
  public Jet fed(int from, int to, int stride) {
    int[] columns = zeros();
    for (int c = from; c < to; c += stride) {
      columns[c] = graph.input();
    }
    return new Jet(columns);
  }

  public Jet add(Jet a, Jet b) {
    return combine(a, graph.constant(1), b, graph.constant(1));
  }

  public Jet subtract(Jet a, Jet b) {
    return combine(a, graph.constant(1), b, graph.constant(-1));
  }

  public Jet scale(Jet a, double factor) {
    return multiply(a, constant(factor));
  }

  /** Each coefficient times a number of its own. */
  public Jet scale(Jet a, IntToDoubleFunction factors) {
    int[] columns = zeros();
    for (int c = 0; c < columns.length; c++) {
      if (!a.isZero(c)) {
        columns[c] = sum(new int[] {a.column(c), graph.constant(factors.applyAsDouble(c))});
      }
    }
    return new Jet(columns);
  }

  public Jet multiply(Jet a, Jet b) {
    return a.equals(b) ? square(a) : product(a, b);
  }

  public Jet divide(Jet a, Jet b) {
    return multiply(a, apply(new RealPower(-1), b));
  }

  /** aⁿ by repeated squaring, so that a may vanish. */
  public Jet power(Jet a, int n) {
    if (n < 0) {
      return apply(new RealPower(-1), power(a, -n));
    }
    Jet result = constant(1);
    Jet square = a;
    for (int rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = multiply(result, square);
      }
      square = rest > 1 ? multiply(square, square) : square;
    }
    return result;
  }

  /** f(a). */
  public Jet apply(Univariate f, Jet a) {
    List<Jet> deltas = powersOf(f.isRelative() ? relative(a) : a.nilpotent());
    int[] coefficients = graph.series(f, columnOrZero(a), deltas.size());
    return compose(coefficients, deltas);
  }

  /**
   * The angle of the point (x, y), in (−π, π]: atan2(y₀, x₀) plus the angle turned from there,
   * whose tangent is (y x₀ − x y₀)/(x x₀ + y y₀).
   */
  public Jet atan2(Jet y, Jet x) {
    Jet y0 = head(y);
    Jet x0 = head(x);
    Jet across = subtract(multiply(y, x0), multiply(x, y0)).nilpotent();
    Jet along = add(multiply(x, x0), multiply(y, y0));
    Jet turned = apply(Elementary.ATAN, divide(across, along).nilpotent());
    int[] angle = zeros();
    angle[0] = graph.angle(columnOrZero(y), columnOrZero(x));
    return add(new Jet(angle), turned);
  }

  /** Σ_k series_k (a − a₀)ᵏ over the values series_k of parameters. */
  public Jet compose(List<Jet> series, Jet a) {
    List<Jet> deltas = powersOf(a.nilpotent());
    int terms = Math.min(series.size() - 1, deltas.size());
    int[] coefficients = series.stream().mapToInt(this::columnOrZero).toArray();
    return compose(coefficients, deltas.subList(0, terms));
  }

  /** Σ_k coefficients[k] δᵏ, given δ, δ², …. */
  private Jet compose(int[] coefficients, List<Jet> deltas) {
    int[] columns = zeros();
    columns[0] = coefficients[0];
    int[] factors = new int[2 * deltas.size()];
    for (int c = 1; c < columns.length; c++) {
      int n = 0;
      for (int k = 0; k < deltas.size(); k++) {
        if (!deltas.get(k).isZero(c)) {
          factors[n++] = coefficients[k + 1];
          factors[n++] = deltas.get(k).column(c);
        }
      }
      columns[c] = sum(factors, n);
    }
    return new Jet(columns);
  }

  /** δ, δ², … up to the last power that does not vanish. */
  List<Jet> powersOf(Jet delta) {
    List<Jet> found = powers.get(delta);
    if (found == null) {
      found = new ArrayList<>();
      for (Jet power = delta; !power.isZero(); power = next(found, delta)) {
        found.add(power);
      }
      powers.put(delta, found);
    }
    return found;
  }

  private Jet next(List<Jet> found, Jet delta) {
    int n = found.size() + 1;
    return n % 2 == 0 ? square(found.get(n / 2 - 1)) : product(found.get(n - 2), delta);
  }

  /** δ/u₀ of u₀ + δ. */
  private Jet relative(Jet a) {
    Jet delta = a.nilpotent();
    if (delta.isZero()) {
      return delta;
    }
    int[] inverse = zeros();
    inverse[0] = graph.series(new RealPower(-1), columnOrZero(a), 0)[0];
    return product(new Jet(inverse), delta);
  }

  private Jet head(Jet a) {
    int[] columns = zeros();
    columns[0] = a.column(0);
    return new Jet(columns);
  }

  private int columnOrZero(Jet a) {
    return a.isZero(0) ? graph.constant(0) : a.column(0);
  }

  private Jet combine(Jet a, int aFactor, Jet b, int bFactor) {
    int[] columns = zeros();
    int[] factors = new int[4];
    for (int c = 0; c < columns.length; c++) {
      int n = 0;
      if (!a.isZero(c)) {
        factors[n++] = a.column(c);
        factors[n++] = aFactor;
      }
      if (!b.isZero(c)) {
        factors[n++] = b.column(c);
        factors[n++] = bFactor;
      }
      columns[c] = sum(factors, n);
    }
    return new Jet(columns);
  }

  private Jet product(Jet a, Jet b) {
    int[] columns = zeros();
    for (int c = 0; c < columns.length; c++) {
      columns[c] =
          difference(
              products(a, b, convolution.plus(c)), sum(products(a, b, convolution.minus(c))));
    }
    return new Jet(columns);
  }

  /** a²: the products of two different coefficients are summed once and doubled. */
  private Jet square(Jet a) {
    int[] columns = zeros();
    for (int c = 0; c < columns.length; c++) {
      columns[c] =
          difference(squares(a, convolution.plus(c)), sum(squares(a, convolution.minus(c))));
    }
    return new Jet(columns);
  }

  /** The factors of the pairs that do not vanish. */
  private static int[] products(Jet a, Jet b, int[] pairs) {
    int[] factors = new int[pairs.length];
    int n = 0;
    for (int t = 0; t < pairs.length; t += 2) {
      if (!a.isZero(pairs[t]) && !b.isZero(pairs[t + 1])) {
        factors[n++] = a.column(pairs[t]);
        factors[n++] = b.column(pairs[t + 1]);
      }
    }
    return Arrays.copyOf(factors, n);
  }

  /** The factors of a·a; pairs that occur in both orders become one column and a factor 2. */
  private int[] squares(Jet a, int[] pairs) {
    int[] mixed = new int[pairs.length];
    int[] all = new int[pairs.length + 2];
    int m = 0;
    int n = 0;
    for (int t = 0; t < pairs.length; t += 2) {
      boolean present = !a.isZero(pairs[t]) && !a.isZero(pairs[t + 1]);
      if (present && pairs[t] < pairs[t + 1]) {
        mixed[m++] = a.column(pairs[t]);
        mixed[m++] = a.column(pairs[t + 1]);
      } else if (present && pairs[t] == pairs[t + 1]) {
        all[n++] = a.column(pairs[t]);
        all[n++] = a.column(pairs[t]);
      }
    }
    if (m > 0) {
      all[n++] = sum(mixed, m);
      all[n++] = graph.constant(2);
    }
    return Arrays.copyOf(all, n);
  }

  /** The column of a sum of products less another column. */
  private int difference(int[] plus, int minus) {
    if (minus == Jet.ZERO) {
      return sum(plus);
    }
    int[] factors = Arrays.copyOf(plus, plus.length + 2);
    factors[plus.length] = minus;
    factors[plus.length + 1] = graph.constant(-1);
    return sum(factors);
  }

  private int sum(int[] factors) {
    return sum(factors, factors.length);
  }

  /** The column of a sum of products; a sum that is zero for every pair has none. */
  private int sum(int[] factors, int length) {
    if (length == 0) {
      return Jet.ZERO;
    }
    int column = graph.products(factors, length);
    boolean vanishes = graph.isConstant(column) && graph.constantValue(column) == 0;
    return vanishes ? Jet.ZERO : column;
  }

  private int[] zeros() {
    int[] columns = new int[size()];
    Arrays.fill(columns, Jet.ZERO);
    return columns;
  }
}
