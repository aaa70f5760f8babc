/**
 * What changed between two runs, and whether it is more than noise: figures, a paired block
 * bootstrap, and a correction for looking at many figures at once. Pure: samples in, a verdict on
 * each figure out.
 */
package dev.aiendpoint.compare;
