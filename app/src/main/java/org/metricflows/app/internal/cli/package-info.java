/**
 * The command line.
 *
 * <p>One class a command, each a thin shell: it reads the spec, calls one facade of the bridge and
 * prints what comes back, for a person or, with {@code --json}, as one JSON document. Standard
 * output carries the result and nothing else; progress goes to standard error.
 *
 * <p>{@link org.metricflows.app.internal.cli.ExitCode} lists how a command can end. Bad input, in a
 * spec or on the command line, is always one sentence and never a stack trace.
 */
package org.metricflows.app.internal.cli;
