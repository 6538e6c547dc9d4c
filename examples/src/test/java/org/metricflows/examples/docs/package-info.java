/** The pages under docs say what the program does. */
package org.metricflows.examples.docs;
