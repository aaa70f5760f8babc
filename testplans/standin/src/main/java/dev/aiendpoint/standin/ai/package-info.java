/**
 * The way to an AI answer: the provider (a seam: the embedded one here), and what stands before it:
 * circuit breaker, retries, limit and budget. Knows no HTTP.
 */
package dev.aiendpoint.standin.ai;
