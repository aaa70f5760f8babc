package dev.aiendpoint.plans;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * A program that takes a picture of the screen once a window is there and has stopped changing, cut
 * to what is not background. A process of its own, since tests themselves run without a screen.
 *
 * <p>Argument: the PNG file to write. Exit code 0 with a picture, 1 when nothing came to rest.
 */
final class ScreenPicture {

  private static final int ATTEMPTS = 30;
  private static final int BETWEEN_MILLIS = 2_000;

  /** A caret may blink; a window that is still being drawn changes more. */
  private static final double AT_REST = 0.001;

  private ScreenPicture() {}

  /** This program in a process, not yet started. */
  static ProcessBuilder program(Path picture) {
    String classes =
        Path.of(
                URI.create(
                    ScreenPicture.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
            .toString();
    return new ProcessBuilder(
        JMeterProcess.JAVA,
        "-Djava.awt.headless=false",
        "-cp",
        classes,
        ScreenPicture.class.getName(),
        picture.toString());
  }

  public static void main(String[] arguments)
      throws AWTException, IOException, InterruptedException {
    Robot robot = new Robot();
    Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    BufferedImage last = robot.createScreenCapture(screen);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Thread.sleep(BETWEEN_MILLIS);
      BufferedImage now = robot.createScreenCapture(screen);
      Rectangle window = content(now);
      boolean large = window.width > screen.width / 2 && window.height > screen.height / 2;
      if (large && colours(now) > 30 && changed(last, now) < AT_REST) {
        BufferedImage cut = now.getSubimage(window.x, window.y, window.width, window.height);
        ImageIO.write(cut, "png", new File(arguments[0]));
        return;
      }
      last = now;
    }
    System.err.println("no window came to rest");
    System.exit(1);
  }

  private static Rectangle content(BufferedImage picture) {
    int background = picture.getRGB(0, 0);
    Rectangle content = new Rectangle(-1, -1);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getRGB(x, y) != background) {
          content.add(new Rectangle(x, y, 1, 1));
        }
      }
    }
    return content;
  }

  private static int colours(BufferedImage picture) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        colours.add(picture.getRGB(x, y));
      }
    }
    return colours.size();
  }

  private static double changed(BufferedImage before, BufferedImage after) {
    long changed = 0;
    for (int y = 0; y < after.getHeight(); y++) {
      for (int x = 0; x < after.getWidth(); x++) {
        changed += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
      }
    }
    return changed / (double) (after.getWidth() * after.getHeight());
  }
}
