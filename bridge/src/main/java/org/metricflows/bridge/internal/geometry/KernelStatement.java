package org.metricflows.bridge.internal.geometry;

import java.util.OptionalInt;
import org.metricflows.bridge.internal.spec.NetworkSpec;

/**
 * A network whose kernel is asked for.
 *
 * @param network of any width: the limit is meant
 * @param inputs how many coordinates its points have, if the space says so
 */
public record KernelStatement(NetworkSpec network, OptionalInt inputs) {}
