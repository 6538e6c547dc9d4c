/**
 * From a spec to its flow equation in writing.
 *
 * <pre>{@code
 * FlowDocument document = FlowDerivations.of(source.read(Purpose.DERIVE));
 * System.out.print(document.print(Format.of("--format", "latex")));
 * }</pre>
 */
package org.metricflows.bridge.internal.derive;
