/**
 * Takes the figures of an accepted run into a baseline file: which runs may be promoted, what is
 * written, and how limits are narrowed. Pure: reads and writes texts, no files.
 */
package dev.aiendpoint.promote;
