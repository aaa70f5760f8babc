package dev.aiendpoint.standin.options;

/** A setting with a fixed list of words, each as it is written on a command line. */
public interface Switch {

  /** The word on the command line. */
  String word();
}
