/**
 * Results as their files hold them, and what they say in a sentence.
 *
 * <pre>{@code
 * RunRecords records = new RunRecords(new ObjectMapper().readTree(text));
 * double loss = records.last().path("loss").asDouble();
 * Optional<JsonNode> early = records.at(0.5);
 * String sentence = Finding.of(records.result()).sentence();
 * }</pre>
 *
 * <p>A record is a map that begins with what counts records: the time {@code t} of a flow, the
 * {@code epoch} of a training.
 *
 * <p>A {@link org.metricflows.app.internal.result.Finding} is made of facts, those first that tell
 * most: how a run ended, when a neck pinches, where a metric is none; then the courses of
 * observables, of one run or side by side. Numbers are {@link
 * org.metricflows.app.internal.result.Measured}: with the digits that their errors leave them.
 */
package org.metricflows.app.internal.result;
