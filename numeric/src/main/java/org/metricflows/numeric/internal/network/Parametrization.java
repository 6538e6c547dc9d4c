package org.metricflows.numeric.internal.network;

/** How weights W and biases b of a layer with n inputs enter it, and how they are drawn. */
public enum Parametrization {

  /** z = (σ_w/√n) W h + σ_b b, all entries drawn from N(0, 1). */
  NTK {
    @Override
    double weightScale(double weightStd, int inputs) {
      return weightStd / Math.sqrt(inputs);
    }

    @Override
    double biasScale(double biasStd) {
      return biasStd;
    }

    @Override
    double weightDeviation(double weightStd, int inputs) {
      return 1;
    }

    @Override
    double biasDeviation(double biasStd) {
      return 1;
    }
  },

  /** z = W h + b, W drawn from N(0, σ_w²/n) and b from N(0, σ_b²). */
  STANDARD {
    @Override
    double weightScale(double weightStd, int inputs) {
      return 1;
    }

    @Override
    double biasScale(double biasStd) {
      return 1;
    }

    @Override
    double weightDeviation(double weightStd, int inputs) {
      return weightStd / Math.sqrt(inputs);
    }

    @Override
    double biasDeviation(double biasStd) {
      return biasStd;
    }
  };

  abstract double weightScale(double weightStd, int inputs);

  abstract double biasScale(double biasStd);

  abstract double weightDeviation(double weightStd, int inputs);

  abstract double biasDeviation(double biasStd);
}
