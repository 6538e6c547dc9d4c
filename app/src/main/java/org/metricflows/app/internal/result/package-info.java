/**
 * Results as their files hold them.
 *
 * <pre>{@code
 * RunRecords records = new RunRecords(new ObjectMapper().readTree(text));
 * double loss = records.last().path("loss").asDouble();
 * Optional<JsonNode> early = records.at(0.5);
 * }</pre>
 *
 * <p>A record is a map that begins with what counts records: the time {@code t} of a flow, the
 * {@code epoch} of a training.
 */
package org.metricflows.app.internal.result;
