package dev.aiendpoint.standin.data;

/**
 * A company's profile.
 *
 * @param trl technology readiness level, 1..9
 */
public record Organization(String id, int trl, String industry) {}
