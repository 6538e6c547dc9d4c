package org.metricflows.proofs.internal.algebra;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.metricflows.symbolic.expression.Rational;

/**
 * Residues modulo a 61-bit prime p ≡ 3 mod 4, in Montgomery form.
 *
 * <p>A residue a is held as a·2⁶⁴ mod p in a {@code long}, 0 ≤ value &lt; p. Square roots are
 * powers, and the root returned is the one that is a square itself, so that √(ab) = √a √b.
 */
public final class PrimeField {
  /** Bits of the primes drawn: 2⁶⁰ &lt; p &lt; 2⁶¹. */
  static final int BITS = 61;

  private final long p;
  private final long inverseOfP;
  private final long squareOfR;
  private final long one;

  PrimeField(long p) {
    if ((p & 3) != 3 || Long.numberOfLeadingZeros(p) < 3) {
      throw new IllegalArgumentException("prime: " + p + " is not 3 mod 4 below 2^61");
    }
    this.p = p;
    long inverse = p;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - p * inverse;
    }
    this.inverseOfP = inverse;
    BigInteger modulus = BigInteger.valueOf(p);
    this.squareOfR = BigInteger.ONE.shiftLeft(128).mod(modulus).longValueExact();
    this.one = BigInteger.ONE.shiftLeft(64).mod(modulus).longValueExact();
  }

  /** A prime drawn at random. */
  static PrimeField draw(SplittableRandom random) {
    while (true) {
      long candidate = random.nextLong() >>> (64 - BITS) | 1L << (BITS - 1) | 3;
      if (BigInteger.valueOf(candidate).isProbablePrime(100)) {
        return new PrimeField(candidate);
      }
    }
  }

  long prime() {
    return p;
  }

  long one() {
    return one;
  }

  long multiply(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long m = a * b * inverseOfP;
    long t = Math.multiplyHigh(m, p) + ((m >> 63) & p);
    long r = high - t;
    return r + ((r >> 63) & p);
  }

  long add(long a, long b) {
    long s = a + b - p;
    return s + ((s >> 63) & p);
  }

  long subtract(long a, long b) {
    long s = a - b;
    return s + ((s >> 63) & p);
  }

  long power(long base, long exponent) {
    long result = one;
    long square = base;
    for (long e = exponent; e > 0; e >>= 1) {
      if ((e & 1) == 1) {
        result = multiply(result, square);
      }
      square = multiply(square, square);
    }
    return result;
  }

  long inverse(long a) {
    if (a == 0) {
      throw new BadPointException("division by zero");
    }
    return power(a, p - 2);
  }

  long squareRoot(long a) {
    long root = power(a, (p + 1) / 4);
    if (multiply(root, root) != a) {
      throw new BadPointException("no square root");
    }
    return root;
  }

  /** The residue of an integer or fraction. */
  long of(Rational value) {
    long above = residue(value.numerator());
    return value.isInteger() ? above : multiply(above, inverse(residue(value.denominator())));
  }

  private long residue(BigInteger value) {
    return multiply(value.mod(BigInteger.valueOf(p)).longValueExact(), squareOfR);
  }

  /** The residue in 0 … p−1 that a Montgomery form stands for. */
  long value(long a) {
    return multiply(a, 1);
  }

  /** A uniformly random residue. */
  long random(SplittableRandom random) {
    while (true) {
      long bits = random.nextLong() >>> (64 - BITS);
      if (bits < p) {
        return bits;
      }
    }
  }
}
