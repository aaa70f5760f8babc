package dev.aiendpoint.standin.session;

/**
 * A user that the stand-in knows.
 *
 * @param id such as {@code user-001}
 * @param organization such as {@code org-01}; its matches and profile are the user's
 */
public record TestUser(String id, String organization) {}
