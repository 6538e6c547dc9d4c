package org.metricflows.bridge.internal.flow;

import java.util.Optional;
import org.metricflows.bridge.internal.spec.FeatureSpec;
import org.metricflows.numeric.internal.features.CosineFeatures;
import org.metricflows.numeric.internal.features.PeriodicHeatKernel;

/**
 * What a flow of cosine features is made of, for whoever wants to check it.
 *
 * @param spec width and bandwidth
 * @param periods of the coordinates
 * @param deWitt whether DeWitt's supermetric stands before the kernel
 * @param drawn the features, empty at infinite width
 * @param kernel what their tangent kernel is at infinite width
 */
public record FeatureParts(
    FeatureSpec spec,
    double[] periods,
    boolean deWitt,
    Optional<CosineFeatures> drawn,
    PeriodicHeatKernel kernel) {}
