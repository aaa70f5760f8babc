/**
 * The setting {@code budget}: how much a run may spend on AI, when it has spent it, and what that
 * means for the verdict. Nothing here stops a run or knows how one is stopped.
 */
package dev.aiendpoint.budget;
