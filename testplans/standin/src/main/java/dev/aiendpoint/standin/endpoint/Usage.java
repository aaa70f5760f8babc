package dev.aiendpoint.standin.endpoint;

/** The tokens of an answer, as the application reports them. */
record Usage(int inputTokens, int outputTokens) {}
