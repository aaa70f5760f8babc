package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.classify.ResponseProfiles;
import dev.aiendpoint.jmeter.AiRequest;
import dev.aiendpoint.jmeter.AiResponseClassifier;

/** The form of {@link AiResponseClassifier}. */
public final class AiResponseClassifierGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiResponseClassifierGui() {
    super(
        ElementKind.POST_PROCESSOR,
        AiResponseClassifier::new,
        FormField.choice(
            AiResponseClassifier.PROFILE,
            AiRequest.DEFAULT_PROFILE,
            ResponseProfiles.bundledNames()),
        FormField.text(AiResponseClassifier.ACCEPTED_STATUSES, ""));
  }
}
