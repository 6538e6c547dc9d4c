package org.metricflows.examples.architecture.mirror.bridge.internal.geometry;

/** A space that should be asked for by its list. */
public class TorusGeometry {}
