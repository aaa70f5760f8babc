/**
 * What the model answers and when: texts, usage, log-normal times, and an answer as timed steps.
 * Pure; everything is drawn from the seed.
 */
package dev.aiendpoint.standin.provider.answer;
