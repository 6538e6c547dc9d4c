package org.metricflows.app.internal.animation;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The letters and digits of labels, drawn as dots: machines without a screen may have no font. */
final class Glyphs {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 7;

  /** Rows from above, a bit a dot, the leftmost the highest. */
  private static final Map<Character, int[]> SHAPES = shapes();

  /** Draws a dot. */
  @FunctionalInterface
  interface Pen {
    void dot(int x, int y, int size);
  }

  private Glyphs() {}

  private static Map<Character, int[]> shapes() {
    Map<Character, int[]> shapes = new HashMap<>();
    shapes.put('0', new int[] {14, 17, 19, 21, 25, 17, 14});
    shapes.put('1', new int[] {4, 12, 4, 4, 4, 4, 14});
    shapes.put('2', new int[] {14, 17, 1, 2, 4, 8, 31});
    shapes.put('3', new int[] {31, 2, 4, 2, 1, 17, 14});
    shapes.put('4', new int[] {2, 6, 10, 18, 31, 2, 2});
    shapes.put('5', new int[] {31, 16, 30, 1, 1, 17, 14});
    shapes.put('6', new int[] {6, 8, 16, 30, 17, 17, 14});
    shapes.put('7', new int[] {31, 1, 2, 4, 8, 8, 8});
    shapes.put('8', new int[] {14, 17, 17, 14, 17, 17, 14});
    shapes.put('9', new int[] {14, 17, 17, 15, 1, 2, 12});
    shapes.put('.', new int[] {0, 0, 0, 0, 0, 12, 12});
    shapes.put('-', new int[] {0, 0, 0, 31, 0, 0, 0});
    shapes.put('=', new int[] {0, 0, 31, 0, 31, 0, 0});
    shapes.put('a', new int[] {0, 0, 14, 1, 15, 17, 15});
    shapes.put('c', new int[] {0, 0, 14, 16, 16, 17, 14});
    shapes.put('e', new int[] {0, 0, 14, 17, 31, 16, 14});
    shapes.put('h', new int[] {16, 16, 22, 25, 17, 17, 17});
    shapes.put('i', new int[] {4, 0, 12, 4, 4, 4, 14});
    shapes.put('n', new int[] {0, 0, 22, 25, 17, 17, 17});
    shapes.put('o', new int[] {0, 0, 14, 17, 17, 17, 14});
    shapes.put('p', new int[] {0, 0, 30, 17, 30, 16, 16});
    shapes.put('r', new int[] {0, 0, 22, 25, 16, 16, 16});
    shapes.put('t', new int[] {8, 8, 28, 8, 8, 9, 6});
    return Collections.unmodifiableMap(shapes);
  }

  /** Draws a label; what has no shape is a gap. */
  static void draw(String label, int left, int top, int size, Pen pen) {
    for (int k = 0; k < label.length(); k++) {
      int[] rows = SHAPES.getOrDefault(label.charAt(k), new int[HEIGHT]);
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          if ((rows[y] >> (WIDTH - 1 - x) & 1) == 1) {
            pen.dot(left + (k * (WIDTH + 1) + x) * size, top + y * size, size);
          }
        }
      }
    }
  }
}
