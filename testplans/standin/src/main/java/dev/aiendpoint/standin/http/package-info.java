/**
 * The thin layer over Jetty: routes, one call with its answer, server-sent events. Knows no
 * endpoint.
 */
package dev.aiendpoint.standin.http;
