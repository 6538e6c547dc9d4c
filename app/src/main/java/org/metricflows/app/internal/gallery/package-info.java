/**
 * The gallery: specs that each show one idea. They lie in the folder {@code examples/gallery} and
 * travel in the program, so that {@code metricflows examples NAME} works from any directory.
 */
package org.metricflows.app.internal.gallery;
