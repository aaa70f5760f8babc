package dev.aiendpoint.jmeter.gui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A text to read, as wide as its place and as many lines high as that takes. */
final class WrappedText extends JTextArea {

  private static final float SMALL = 0.92f;

  private final boolean small;

  private WrappedText(String text, boolean small) {
    super(text);
    this.small = small;
    setLineWrap(true);
    setWrapStyleWord(true);
    setEditable(false);
    setFocusable(false);
    updateUI();
  }

  /** What an element is for. */
  static WrappedText note(String text) {
    return new WrappedText(text, false);
  }

  /** What a field means: smaller and paler than its label. */
  static WrappedText help(String text) {
    return new WrappedText(text, true);
  }

  /** JMeter's user may change the look and feel at any time. */
  @Override
  public void updateUI() {
    super.updateUI();
    setOpaque(false);
    setBorder(BorderFactory.createEmptyBorder());
    setMargin(new Insets(0, 0, 0, 0));
    Font font = UIManager.getFont("Label.font");
    Color ink = UIManager.getColor("Label.foreground");
    Color paper = UIManager.getColor("Panel.background");
    if (font != null) {
      setFont(font.deriveFont(Font.PLAIN, font.getSize2D() * (small ? SMALL : 1)));
    }
    if (small && ink != null && paper != null) {
      setForeground(between(ink, paper));
    } else if (ink != null) {
      setForeground(ink);
    }
  }

  /** Pale, but still well legible in light and in dark themes. */
  private static Color between(Color ink, Color paper) {
    return new Color(
        (3 * ink.getRed() + paper.getRed()) / 4,
        (3 * ink.getGreen() + paper.getGreen()) / 4,
        (3 * ink.getBlue() + paper.getBlue()) / 4);
  }
}
