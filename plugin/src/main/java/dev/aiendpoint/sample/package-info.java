/**
 * A finished sample as a JTL row holds it, and the columns that this plugin adds to the JTL. The
 * one form that statistics read, live and offline.
 */
package dev.aiendpoint.sample;
