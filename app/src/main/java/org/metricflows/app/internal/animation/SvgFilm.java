package org.metricflows.app.internal.animation;

import java.util.List;
import java.util.Locale;

/** A film as SVG that moves by itself (SMIL), over and over. */
final class SvgFilm {
  private static final double SECONDS = 0.35;

  private SvgFilm() {}

  static String of(String title, List<Frame> frames) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'>%n",
            Frame.WIDTH,
            Frame.HEIGHT,
            Frame.WIDTH,
            Frame.HEIGHT));
    svg.append("<title>").append(escaped(title)).append("</title>\n");
    svg.append("<rect width='100%' height='100%' fill='white'/>\n");
    for (int k = 0; k < frames.size(); k++) {
      frame(svg, frames.get(k), k, frames.size());
    }
    return svg.append("</svg>\n").toString();
  }

  private static void frame(StringBuilder svg, Frame frame, int k, int of) {
    svg.append(k == 0 ? "<g>" : "<g visibility='hidden'>");
    if (of > 1) {
      svg.append("<animate attributeName='visibility' calcMode='discrete' repeatCount='indefinite'")
          .append(String.format(Locale.ROOT, " dur='%.2fs'", SECONDS * of))
          .append(shown(k, of))
          .append("/>");
    }
    svg.append("\n<text x='14' y='26' font-family='sans-serif' font-size='17' fill='#222'>")
        .append(escaped(frame.label()))
        .append("</text>\n");
    frame.patches().forEach(patch -> patch(svg, patch));
    svg.append("</g>\n");
  }

  private static String shown(int k, int of) {
    String from = String.format(Locale.ROOT, "%.5f", (double) k / of);
    String to = String.format(Locale.ROOT, "%.5f", (k + 1.0) / of);
    if (k == 0) {
      return " values='visible;hidden' keyTimes='0;" + to + "'";
    }
    return k == of - 1
        ? " values='hidden;visible' keyTimes='0;" + from + "'"
        : " values='hidden;visible;hidden' keyTimes='0;" + from + ";" + to + "'";
  }

  private static void patch(StringBuilder svg, Patch patch) {
    svg.append("<path d='");
    for (int i = 0; i < patch.x().length; i++) {
      svg.append(i == 0 ? 'M' : 'L')
          .append(place(patch.x()[i]))
          .append(' ')
          .append(place(patch.y()[i]));
    }
    String colour = String.format("#%06x", patch.colour());
    svg.append("Z' ")
        .append(patch.filled() ? "fill='" + colour + "' " : "fill='none' ")
        .append("stroke='")
        .append(colour)
        .append(patch.filled() ? "' stroke-width='.5'/>\n" : "'/>\n");
  }

  private static String place(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
