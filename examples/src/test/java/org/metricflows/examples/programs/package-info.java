/** The programs under examples/java do what they say. */
package org.metricflows.examples.programs;
