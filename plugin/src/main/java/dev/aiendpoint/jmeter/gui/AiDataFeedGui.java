package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiDataFeed;

/** The form of {@link AiDataFeed}. */
public final class AiDataFeedGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiDataFeedGui() {
    super(
        ElementKind.PRE_PROCESSOR,
        AiDataFeed::new,
        FormField.text(AiDataFeed.FILE, AiDataFeed.DEFAULT_FILE));
  }
}
