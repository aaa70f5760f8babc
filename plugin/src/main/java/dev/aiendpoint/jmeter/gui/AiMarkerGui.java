package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiMarker;

/** The form of {@link AiMarker}. */
public final class AiMarkerGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiMarkerGui() {
    super(
        ElementKind.SAMPLER,
        AiMarker::new,
        FormField.text(AiMarker.EXPECTED, ""),
        FormField.text(AiMarker.AMONG, ""),
        FormField.text(AiMarker.MESSAGE, ""));
  }
}
