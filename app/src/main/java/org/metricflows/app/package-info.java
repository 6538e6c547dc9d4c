/**
 * The command {@code metricflows}: {@link org.metricflows.app.Main} opens the streams, {@code cli}
 * holds the commands, {@code gallery} the specs that the command ships with.
 */
package org.metricflows.app;
