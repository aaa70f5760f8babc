/**
 * Drawing: numbers in, SVG text out. It knows scales, axes and shapes, and nothing of runs. Colours
 * and fonts stand in attributes, never in styles, so that a page's security policy cannot blank a
 * picture.
 */
package dev.aiendpoint.svg;
