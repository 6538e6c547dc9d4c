package org.metricflows.examples.architecture.mirror.examples;

/** The top of the house. */
public class Walk {}
