/**
 * The theorems of the theory of metric flows that the project verifies, as lists of identities in
 * index notation: {@code Catalogue.standard()}.
 *
 * <p>Statements about integrals are pointwise: an integral's rate of change is the integral of a
 * density's rate of change, and the density's is what the theorem says up to the divergence of a
 * vector field that the claim exhibits.
 */
package org.metricflows.proofs.internal.catalogue;
