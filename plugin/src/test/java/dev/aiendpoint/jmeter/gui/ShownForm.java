package dev.aiendpoint.jmeter.gui;

import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** A form as a user sees it, without a screen. */
record ShownForm(Container form) {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;

  /** The part of that type and name. */
  <T> T find(Class<T> type, String name) {
    T found = find(form, type, name);
    if (found == null) {
      throw new AssertionError("no " + type.getSimpleName() + " has the name " + name);
    }
    return found;
  }

  private static <T> T find(Container in, Class<T> type, String name) {
    for (Component child : in.getComponents()) {
      if (type.isInstance(child) && name.equals(child.getName())) {
        return type.cast(child);
      }
      T found = child instanceof Container container ? find(container, type, name) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** How many pixels have exactly that colour. */
  long pixels(int rgb) {
    form.setSize(WIDTH, HEIGHT);
    layOut(form);
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    form.paint(picture.createGraphics());
    return IntStream.of(picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH))
        .filter(pixel -> (pixel & 0xFFFFFF) == rgb)
        .count();
  }

  /** Without a window nothing lays out the inside of a panel. */
  private static void layOut(Component component) {
    component.doLayout();
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        layOut(child);
      }
    }
  }
}
