package org.metricflows.proofs.internal.theorem;

/** Why an identity is believed. */
public sealed interface Certificate {

  /** How the identity was verified, in a word. */
  String method();

  /** The probability that a false identity would have passed. */
  double bound();

  /** The difference of the two sides was reduced to the zero polynomial. */
  record Exact() implements Certificate {
    @Override
    public String method() {
      return "exact";
    }

    @Override
    public double bound() {
      return 0;
    }
  }

  /**
   * The difference vanished at random points modulo random 61-bit primes.
   *
   * @param degree bound D for the degree of the difference's numerator
   * @param bits log₂ of the size of its integer coefficients, which bounds how many primes divide
   *     them all
   * @param trials number N of points, each modulo a prime of its own
   * @param seed seed of the points and primes
   */
  record SchwartzZippel(long degree, double bits, int trials, long seed) implements Certificate {
    /** log₂ of the smallest prime drawn. */
    private static final int PRIME_BITS = 60;

    /** A lower bound for the number of primes ≡ 3 mod 4 between 2⁶⁰ and 2⁶¹. */
    private static final double PRIMES = 1.3e16;

    @Override
    public String method() {
      return "schwartz-zippel";
    }

    /** (D/p + bits/(60·#primes))^N with p = 2⁶⁰, below every prime drawn. */
    @Override
    public double bound() {
      double point = degree / Math.scalb(1.0, PRIME_BITS);
      double prime = bits / PRIME_BITS / PRIMES;
      return Math.min(1, Math.pow(point + prime, trials));
    }
  }

  /**
   * The identity is false: the difference does not vanish at a point modulo a prime.
   *
   * @param component which component of the difference, counted from 0
   */
  record Refuted(int component, long prime, long seed) implements Certificate {
    @Override
    public String method() {
      return "refuted";
    }

    @Override
    public double bound() {
      return 1;
    }
  }
}
