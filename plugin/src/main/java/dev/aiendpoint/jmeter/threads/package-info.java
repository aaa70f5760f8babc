/**
 * Virtual users of the phased thread group: started, kept waiting and retired as a load profile
 * says. Knows JMeter's threads; decides nothing about load, which is the pure {@code phase}
 * package's.
 */
package dev.aiendpoint.jmeter.threads;
