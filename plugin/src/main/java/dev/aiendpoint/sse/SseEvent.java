package dev.aiendpoint.sse;

/**
 * One dispatched event of an event stream.
 *
 * @param type the {@code event} field; {@code message} when the stream gave none
 * @param data the {@code data} lines, joined with line feeds; may be empty
 * @param lastEventId the last {@code id} so far, empty when there was none
 * @param arrivedNanos when the bytes that completed the event arrived, monotonic clock
 */
public record SseEvent(String type, String data, String lastEventId, long arrivedNanos) {}
