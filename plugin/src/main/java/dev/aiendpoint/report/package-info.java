/**
 * What a run leaves behind for people and machines: files and console text written from a {@link
 * dev.aiendpoint.baseline.RunVerdict} and from nothing else. It decides nothing: verdicts come from
 * {@code baseline}, figures from {@code stats}.
 */
package dev.aiendpoint.report;
