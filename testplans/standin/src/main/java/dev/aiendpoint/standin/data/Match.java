package dev.aiendpoint.standin.data;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A programme that fits a company.
 *
 * @param score 0..100
 * @param status {@code new} or {@code viewed}
 */
public record Match(
    String id, int score, String status, Program program, @JsonIgnore String organization) {}
