/**
 * What the bytes of an answer mean: one class per wire format, and the reader that a sampler
 * drives. A new provider is one more {@link dev.aiendpoint.wire.WireFormat} named in {@link
 * dev.aiendpoint.wire.WireFormats}; names of token counts belong to {@link
 * dev.aiendpoint.wire.UsageReader} alone. Splitting bytes into events belongs to {@code sse};
 * deciding what an answer means for a verdict belongs to {@code classify}.
 */
package dev.aiendpoint.wire;
