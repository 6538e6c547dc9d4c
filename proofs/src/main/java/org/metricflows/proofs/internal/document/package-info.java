/**
 * Writes verdicts as a LaTeX document: {@code LatexDocument.of(verdicts)}. Each theorem stands with
 * the definitions it rests on, its refuted twins and a table of certificates, one row a dimension.
 */
package org.metricflows.proofs.internal.document;
