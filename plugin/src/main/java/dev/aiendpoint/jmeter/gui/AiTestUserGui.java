package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiTestUser;

/** The form of {@link AiTestUser}. */
public final class AiTestUserGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiTestUserGui() {
    super(
        ElementKind.CONFIGURATION,
        AiTestUser::new,
        FormField.text(AiTestUser.SESSIONS, AiTestUser.DEFAULT_SESSIONS),
        FormField.text(AiTestUser.COOKIE_NAME, AiTestUser.DEFAULT_COOKIE_NAME),
        FormField.text(AiTestUser.BEARER, AiTestUser.DEFAULT_BEARER));
  }
}
