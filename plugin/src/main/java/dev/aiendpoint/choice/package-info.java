/** Weighted choices that keep their weights in short runs too. Pure Java, no JMeter types. */
package dev.aiendpoint.choice;
