/** Rows of test data, shared safely between users. Pure Java, no JMeter types. */
package dev.aiendpoint.feed;
