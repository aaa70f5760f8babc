package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiEndpoint;
import java.util.List;

/** The form of {@link AiEndpoint}. */
public final class AiEndpointGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiEndpointGui() {
    super(
        ElementKind.CONFIGURATION,
        AiEndpoint::new,
        FormField.text(AiEndpoint.BASE_URL, AiEndpoint.DEFAULT_BASE_URL),
        FormField.choice(
            AiEndpoint.ALLOW_REMOTE,
            AiEndpoint.DEFAULT_ALLOW_REMOTE,
            List.of(AiEndpoint.DEFAULT_ALLOW_REMOTE, "false", "true")),
        FormField.text(AiEndpoint.STAND_IN_JAR, AiEndpoint.DEFAULT_STAND_IN_JAR));
  }
}
