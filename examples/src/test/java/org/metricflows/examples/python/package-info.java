/** The Python module and the notebooks, run where Python has what they need. */
package org.metricflows.examples.python;
