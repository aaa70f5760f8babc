/**
 * The forms of this plugin's elements: one class per element, all built from the same fields, with
 * their texts in {@code Texts.properties}. Nothing is decided here, and no other package may know
 * this one: a headless run never loads it.
 */
package dev.aiendpoint.jmeter.gui;
