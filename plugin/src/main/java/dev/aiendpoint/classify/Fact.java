package dev.aiendpoint.classify;

/**
 * The kinds of facts that a condition can name. A rule overrides a universal rule only where its
 * condition names the fact that the universal rule rests on.
 */
enum Fact {
  STATUS,
  HEADER,
  JSON,
  BODY,
  USAGE,
  STREAM,
  CONTENT_TYPE,
  ERROR,
  FAILURE
}
