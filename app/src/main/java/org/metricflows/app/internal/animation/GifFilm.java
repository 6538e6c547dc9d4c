package org.metricflows.app.internal.animation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A film as an animated GIF, over and over. */
final class GifFilm {

  /** In hundredths of a second; the last picture stays longer. */
  private static final int PAUSE = 30;

  private static final int LAST_PAUSE = 150;

  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private GifFilm() {}

  static byte[] of(List<Frame> frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int k = 0; k < frames.size(); k++) {
        BufferedImage image = image(frames.get(k));
        IIOMetadata metadata = metadata(writer, image, k == frames.size() - 1 ? LAST_PAUSE : PAUSE);
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(Frame frame) {
    BufferedImage image = new BufferedImage(Frame.WIDTH, Frame.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, Frame.WIDTH, Frame.HEIGHT);
    frame.patches().forEach(patch -> draw(graphics, patch));
    graphics.setColor(new Color(0x222222));
    Glyphs.draw(frame.label(), 14, 12, 2, (x, y, size) -> graphics.fillRect(x, y, size, size));
    graphics.dispose();
    return image;
  }

  private static void draw(Graphics2D graphics, Patch patch) {
    Path2D path = new Path2D.Double();
    path.moveTo(patch.x()[0], patch.y()[0]);
    for (int i = 1; i < patch.x().length; i++) {
      path.lineTo(patch.x()[i], patch.y()[i]);
    }
    path.closePath();
    graphics.setColor(new Color(patch.colour()));
    graphics.setStroke(new BasicStroke(patch.filled() ? 0.6f : 1.2f));
    if (patch.filled()) {
      graphics.fill(path);
    }
    graphics.draw(path);
  }

  private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, int pause)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", String.valueOf(pause));
    root.appendChild(control);
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0});
    extensions.appendChild(loop);
    root.appendChild(extensions);
    metadata.mergeTree(FORMAT, root);
    return metadata;
  }
}
