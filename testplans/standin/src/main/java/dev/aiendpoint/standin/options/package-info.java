/**
 * What the stand-in is told at its start: the contract's {@code standin.*} switches, the scales and
 * the port, read from arguments and system properties. Nothing here starts or does anything.
 */
package dev.aiendpoint.standin.options;
