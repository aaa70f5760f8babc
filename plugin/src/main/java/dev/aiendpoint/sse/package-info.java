/**
 * Bytes of an event stream to events, as the WHATWG HTML standard defines them (section 9.2.6,
 * "Interpreting an event stream"). Knows nothing of HTTP, of JSON or of providers: what an event
 * means belongs to {@code wire}.
 */
package dev.aiendpoint.sse;
