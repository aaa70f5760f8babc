/**
 * The application's way to its AI provider over HTTP: a small client that keeps connections and
 * costs little, so that a load test measures the application and not its client.
 */
package dev.aiendpoint.standin.client;
