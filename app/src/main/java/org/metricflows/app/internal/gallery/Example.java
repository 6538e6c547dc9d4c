package org.metricflows.app.internal.gallery;

/**
 * A spec of the gallery.
 *
 * @param name its name, the file's without {@code .yaml}
 * @param about what it shows, the first line of its comment
 * @param text the whole file
 */
public record Example(String name, String about, String text) {}
