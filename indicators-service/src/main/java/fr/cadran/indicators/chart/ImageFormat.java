package fr.cadran.indicators.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import fr.cadran.kit.http.EntityTags;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** The forms of a drawing that a caller may ask for by {@code Accept}. */
public enum ImageFormat {
  SVG,
  PNG;

  /** Scalable, for the web and for print. */
  public static final String SVG_TYPE = "image/svg+xml";

  /** Pixels, twice as fine as the drawing says. */
  public static final String PNG_TYPE = "image/png";

  private static final int FINENESS = 2;

  /** The drawing in the form that the caller prefers, with the tag of its bytes. */
  public static Response answer(Drawing drawing, Request request) {
    Variant chosen =
        request.selectVariant(
            Variant.mediaTypes(MediaType.valueOf(SVG_TYPE), MediaType.valueOf(PNG_TYPE)).build());
    ImageFormat format =
        chosen != null && chosen.getMediaType().equals(MediaType.valueOf(PNG_TYPE)) ? PNG : SVG;
    byte[] image = format.draw(drawing);
    EntityTag tag = EntityTags.ofContent(image);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null
        ? Response.ok(image, format == PNG ? PNG_TYPE : SVG_TYPE).tag(tag).build()
        : unchanged.build();
  }

  /** The bytes of the drawing. */
  public byte[] draw(Drawing drawing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (this == PNG) {
        ImageIO.write(pixels(drawing), "png", out);
        return out.toByteArray();
      }
      VectorGraphics2D page = new VectorGraphics2D();
      paint(drawing, page);
      new SVGProcessor()
          .getDocument(page.getCommands(), new PageSize(drawing.width(), drawing.height()))
          .writeTo(out);
      return described(out.toString(StandardCharsets.UTF_8), drawing)
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written but memory", e);
    }
  }

  private static BufferedImage pixels(Drawing drawing) {
    BufferedImage image =
        new BufferedImage(
            drawing.width() * FINENESS, drawing.height() * FINENESS, BufferedImage.TYPE_INT_RGB);
    Graphics2D page = image.createGraphics();
    try {
      page.scale(FINENESS, FINENESS);
      page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      page.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      paint(drawing, page);
    } finally {
      page.dispose();
    }
    return image;
  }

  private static void paint(Drawing drawing, Graphics2D page) {
    page.setColor(Color.WHITE);
    page.fillRect(0, 0, drawing.width(), drawing.height());
    drawing.paint(page);
  }

  /** Readers of screens are told the title; fonts are asked for by the name that browsers know. */
  private static String described(String svg, Drawing drawing) {
    int head = svg.indexOf('>', svg.indexOf("<svg")) + 1;
    return (svg.substring(0, head)
            + "<title>"
            + escaped(drawing.title())
            + "</title>"
            + svg.substring(head))
        .replace("\"SansSerif\"", "sans-serif")
        .replace("SansSerif", "sans-serif");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
