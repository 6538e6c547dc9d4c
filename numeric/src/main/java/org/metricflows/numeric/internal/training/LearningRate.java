package org.metricflows.numeric.internal.training;

/** A learning rate η that depends on the number of the step. */
public sealed interface LearningRate {

  /** η at a step, counted from 0. */
  double at(long step);

  /** η = rate. */
  static LearningRate constant(double rate) {
    return new Constant(rate);
  }

  /** η = rate · factor^{step/steps}. */
  static LearningRate exponential(double rate, double factor, long steps) {
    return new Exponential(rate, factor, steps);
  }

  /** Half a period of the cosine, from rate to end in so many steps, then η = end. */
  static LearningRate cosine(double rate, double end, long steps) {
    return new Cosine(rate, end, steps);
  }

  /** This rate, put off by so many steps in which η rises evenly to its start. */
  default LearningRate withWarmUp(long steps) {
    return new WarmUp(steps, this);
  }

  /** The same at all steps. */
  record Constant(double rate) implements LearningRate {
    public Constant {
      requirePositive("rate", rate);
    }

    @Override
    public double at(long step) {
      return rate;
    }
  }

  /** Decay by a factor in so many steps. */
  record Exponential(double rate, double factor, long steps) implements LearningRate {
    public Exponential {
      requirePositive("rate", rate);
      requirePositive("factor", factor);
      requirePositive("steps", steps);
    }

    @Override
    public double at(long step) {
      return rate * StrictMath.pow(factor, (double) step / steps);
    }
  }

  /** Decay from one rate to another. */
  record Cosine(double rate, double end, long steps) implements LearningRate {
    public Cosine {
      requirePositive("rate", rate);
      requirePositive("steps", steps);
      if (!(end >= 0 && end < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("end: " + end + " is not a number ≥ 0");
      }
    }

    @Override
    public double at(long step) {
      double fraction = Math.min(1, (double) step / steps);
      return end + (rate - end) * 0.5 * (1 + StrictMath.cos(Math.PI * fraction));
    }
  }

  /** An even rise, then another rate. */
  record WarmUp(long steps, LearningRate then) implements LearningRate {
    public WarmUp {
      requirePositive("steps", steps);
    }

    @Override
    public double at(long step) {
      return step < steps ? then.at(0) * ((step + 1.0) / (steps + 1.0)) : then.at(step - steps);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": " + value + " is not a positive number");
    }
  }
}
