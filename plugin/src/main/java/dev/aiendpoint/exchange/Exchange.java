package dev.aiendpoint.exchange;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that one call showed from outside: the facts a response profile decides on.
 *
 * @param status HTTP status; absent when no answer arrived
 * @param headers response headers
 * @param contentType media type with parameters, empty when unknown
 * @param body response body as text; of a stream the reassembled text; may be cut at a limit
 * @param answer what the wire format read from the body
 * @param failure why the answer is incomplete, if it is
 * @param elapsedNanos request sent to last byte
 */
public record Exchange(
    OptionalInt status,
    Headers headers,
    String contentType,
    String body,
    Answer answer,
    Optional<TransportFailure> failure,
    long elapsedNanos) {}
