package org.metricflows.proofs.internal.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/** What a compiled program is allowed to miss, and what gives it away. */
class WitnessTest {
  private static final long SEED = 11;

  /** (a + b)² computed as such, compared with a² + 2ab + b² times a factor. */
  private record Square(Rational factor) implements ProgramIdentity {

    @Override
    public Derivation program() {
      Derivation.Builder builder = Derivation.builder();
      Expr sum = builder.define("sum", builder.input("a").plus(builder.input("b")));
      builder.define("square", sum.pow(2));
      return builder.build("square");
    }

    @Override
    public int variables() {
      return 1;
    }

    @Override
    public int order() {
      return 0;
    }

    @Override
    public <S> Sides<S> sides(Algebra<S> algebra) {
      S a = algebra.unknown();
      S b = algebra.unknown();
      S squares = algebra.add(algebra.multiply(a, a), algebra.multiply(b, b));
      S twice = algebra.scale(algebra.multiply(a, b), Rational.of(2));
      return new Sides<>(
          List.of(a, b), List.of(algebra.scale(algebra.add(squares, twice), factor)));
    }
  }

  private static Square times(long numerator, long denominator) {
    return new Square(Rational.of(numerator, denominator));
  }

  @Test
  void aTrueIdentityHoldsToRounding() {
    Witness witness = Witness.of(times(1, 1), 100, SEED);
    assertThat(witness.holds()).isTrue();
    assertThat(witness.points()).isEqualTo(100);
    assertThat(witness.maxRelativeError()).isPositive().isLessThanOrEqualTo(witness.bound());
    assertThat(witness.bound()).isLessThan(2e-15);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "2, 1", "1001, 1000", "10000000000001, 10000000000000"})
  void aWrongFactorIsSeen(long numerator, long denominator) {
    Witness witness = Witness.of(times(numerator, denominator), 100, SEED);
    assertThat(witness.holds()).isFalse();
    assertThat(witness.points()).isLessThanOrEqualTo(5);
    assertThat(witness.maxRelativeError()).isPositive();
  }

  @Test
  void theSeedFixesEverything() {
    assertThat(Witness.of(times(1, 1), 5, SEED)).isEqualTo(Witness.of(times(1, 1), 5, SEED));
    assertThat(Witness.of(times(1, 1), 5, SEED)).isNotEqualTo(Witness.of(times(1, 1), 5, 12));
  }

  @Test
  void togetherTheyAreAsBadAsTheWorse() {
    Witness good = new Witness(2, 1e-16, 1e-15, true);
    Witness bad = new Witness(1, 1e-3, 1e-16, false);
    assertThat(good.and(bad)).isEqualTo(new Witness(3, 1e-3, 1e-15, false));
    assertThat(bad.and(good)).isEqualTo(good.and(bad));
  }

  /** An identity whose point never is a real one. */
  @Test
  void aPointIsSoughtInVainNoLongerThanNeeded() {
    ProgramIdentity impossible =
        new ProgramIdentity() {
          @Override
          public Derivation program() {
            return times(1, 1).program();
          }

          @Override
          public int variables() {
            return 1;
          }

          @Override
          public int order() {
            return 0;
          }

          @Override
          public <S> Sides<S> sides(Algebra<S> algebra) {
            S root = algebra.rootOfBase(algebra.constant(Rational.of(-1)));
            return new Sides<>(List.of(root, root), List.of(root));
          }
        };
    assertThatThrownBy(() -> Witness.of(impossible, 1, SEED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no real point");
  }
}
