/** What the system under test has acknowledged, so that it can be asked for it again. Pure Java. */
package dev.aiendpoint.consistency;
