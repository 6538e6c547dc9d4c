package org.metricflows.examples.architecture.mirror.bridge.geometry;

/** A space that should be asked for by its list. */
public class TorusGeometry {}
