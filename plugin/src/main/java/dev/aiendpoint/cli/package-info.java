/** The plugin's jar as a program of its own, without JMeter: {@code java -jar … <command>}. */
package dev.aiendpoint.cli;
