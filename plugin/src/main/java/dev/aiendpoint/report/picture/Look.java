package dev.aiendpoint.report.picture;

import java.util.List;

/**
 * For which reader a picture is drawn.
 *
 * @param name part of the picture's file name
 * @param width in pixels
 * @param narrow true for a phone
 * @param palette its colours
 */
public record Look(String name, int width, boolean narrow, Palette palette) {

  public static final Look LIGHT = new Look("light", 920, false, Palette.LIGHT);

  /** All of them; the page chooses by the reader's settings. */
  public static final List<Look> ALL =
      List.of(
          LIGHT,
          new Look("dark", 920, false, Palette.DARK),
          new Look("light-narrow", 400, true, Palette.LIGHT),
          new Look("dark-narrow", 400, true, Palette.DARK));

  int textSize() {
    return narrow ? 11 : 12;
  }

  /** Room on the left for the figures of an axis. */
  int left() {
    return narrow ? 44 : 56;
  }

  int right() {
    return width - (narrow ? 6 : 10);
  }
}
