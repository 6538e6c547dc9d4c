package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.FieldComplex;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.Features;

/**
 * Features of the points of a sample, on the independent path.
 *
 * @param sample the points
 * @param kind which features
 */
record FeatureOracle(VarietySample sample, Features kind) {

  private List<Integer> ambient() {
    return sample.configuration().ambient();
  }

  /**
   * Features of second order along the variety.
   *
   * @param more further parameters, each of which adds an order
   */
  FieldFeatures field(int more) {
    DSFactory factory = new DSFactory(2 * sample.dimension() + more, 2 + more);
    return new FieldFeatures(factory, ambient(), sample.dimension());
  }

  /** A point of the sample. */
  Place place(int point) {
    return new Place(sample.z(), sample.pullback(), point);
  }

  /** The features at a point of the sample. */
  List<DerivativeStructure> at(FieldFeatures field, int point) {
    return at(field, place(point));
  }

  /** The features at any place. */
  List<DerivativeStructure> at(FieldFeatures field, Place place) {
    return field.features(kind, coordinates(field, place));
  }

  private static List<FieldComplex<DerivativeStructure>> coordinates(
      FieldFeatures field, Place place) {
    return field.coordinates(place.z(), place.pullback(), place.point());
  }

  /** The features at a point, their parameters those of the factory from {@code first} on. */
  List<DerivativeStructure> at(DSFactory factory, int first, int point) {
    return at(new FieldFeatures(factory, ambient(), sample.dimension(), first), point);
  }

  /** Jets of the features, {@code [feature][coefficient]}. */
  double[][] jets(int point) {
    FieldFeatures field = field(0);
    return at(field, point).stream()
        .map(feature -> field.hermitian(feature, 0))
        .toArray(double[][]::new);
  }

  /** Values of the features anywhere. */
  double[] values(Complex[] z) {
    DSFactory factory = new DSFactory(1, 0);
    List<FieldComplex<DerivativeStructure>> constants =
        Arrays.stream(z)
            .map(
                c ->
                    new FieldComplex<>(
                        factory.constant(c.getReal()), factory.constant(c.getImaginary())))
            .toList();
    return new FieldFeatures(factory, ambient(), 0)
        .features(kind, constants).stream().mapToDouble(DerivativeStructure::getValue).toArray();
  }

  /** The jet of (1/π) Σ log|z|². */
  double[] fubiniStudy(int point) {
    return fubiniStudy(place(point));
  }

  /** The same at any place. */
  double[] fubiniStudy(Place place) {
    FieldFeatures field = field(0);
    return field.hermitian(field.fubiniStudy(coordinates(field, place)), 0);
  }
}
