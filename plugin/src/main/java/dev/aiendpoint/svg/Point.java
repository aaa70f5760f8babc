package dev.aiendpoint.svg;

/** A point of a drawing, in pixels from the upper left corner. */
public record Point(double x, double y) {}
