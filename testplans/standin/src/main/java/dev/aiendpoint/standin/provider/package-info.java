/**
 * The fault-injecting AI provider: an HTTP server of its own that speaks the vendors' wire formats,
 * fails as it is told over its control API, and logs what it did. Knows nothing of the application
 * that asks it.
 */
package dev.aiendpoint.standin.provider;
