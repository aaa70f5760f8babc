package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.JMeterHome;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.apache.jmeter.gui.JMeterGUIComponent;

/**
 * Draws the form of each element that has no picture in {@code docs/pictures} yet. Run by hand;
 * give the folder, and delete a picture to have it drawn anew.
 */
final class ElementPictures {

  private static final int WIDTH = 900;

  private ElementPictures() {}

  public static void main(String[] args) throws Exception {
    JMeterHome.use();
    UIManager.setLookAndFeel("com.github.weisj.darklaf.DarkLaf");
    for (ElementClass element : ElementConformanceTest.elements()) {
      String name = Texts.label(element.toString()).toLowerCase(Locale.ROOT).replace(' ', '-');
      File picture = new File(args[0], name + ".png");
      if (!picture.exists()) {
        SwingUtilities.invokeAndWait(() -> draw(element, picture));
      }
    }
    System.exit(0);
  }

  private static void draw(ElementClass element, File picture) {
    JMeterGUIComponent form = element.newForm();
    form.configure(form.createTestElement());
    JComponent panel = (JComponent) form;
    int height = Math.min(700, Math.max(160, panel.getPreferredSize().height + 24));
    panel.setSize(new Dimension(WIDTH, height));
    for (int pass = 0; pass < 3; pass++) {
      layOut(panel);
    }
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    panel.printAll(graphics);
    graphics.dispose();
    try {
      ImageIO.write(image, "png", picture);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without a window nothing lays out the inside of a panel. */
  private static void layOut(Container container) {
    container.doLayout();
    for (Component child : container.getComponents()) {
      if (child instanceof Container inner) {
        layOut(inner);
      }
    }
  }
}
