package dev.aiendpoint.standin.ai;

/** A whole answer of the AI provider, with the usage that it reported. */
public record AiReply(String text, int inputTokens, int outputTokens) {}
