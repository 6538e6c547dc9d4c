package org.metricflows.proofs.internal.tensor;

/**
 * What an index runs over: a stretch of one family of components.
 *
 * @param family name of the family, such as the coordinates of the chart
 * @param offset the first component
 * @param size number of components
 */
record Range(String family, int offset, int size) {

  Range only(int component) {
    return new Range(family, offset + component, 1);
  }
}
