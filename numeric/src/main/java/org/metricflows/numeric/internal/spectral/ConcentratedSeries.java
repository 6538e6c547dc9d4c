package org.metricflows.numeric.internal.spectral;

/**
 * f(x) = F(θ(x)) with a cosine series F.
 *
 * @param series F
 * @param map θ
 */
record ConcentratedSeries(CosineSeries series, Concentration map) implements EvenSeries {

  @Override
  public double value(double x) {
    return series.value(map.theta(x));
  }

  @Override
  public double derivative(double x) {
    return series.derivative(map.theta(x)) * map.slope(x);
  }

  @Override
  public double secondDerivative(double x) {
    double theta = map.theta(x);
    double slope = map.slope(x);
    return series.secondDerivative(theta) * slope * slope + series.derivative(theta) * map.bend(x);
  }

  @Override
  public EvenSeries truncated(int modes) {
    return new ConcentratedSeries(series.truncated(modes), map);
  }

  @Override
  public double tail(int first) {
    return series.tail(first);
  }
}
