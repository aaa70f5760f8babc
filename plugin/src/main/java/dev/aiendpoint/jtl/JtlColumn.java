package dev.aiendpoint.jtl;

import java.util.Arrays;
import java.util.List;

/** A column of JMeter's own that a verdict is made from, by its name in CSV and in XML. */
enum JtlColumn {
  TIME_STAMP("timeStamp", "ts", true),
  ELAPSED("elapsed", "t", true),
  LABEL("label", "lb", true),
  SUCCESS("success", "s", true),
  RESPONSE_CODE("responseCode", "rc", false),
  RESPONSE_MESSAGE("responseMessage", "rm", false),
  FAILURE_MESSAGE("failureMessage", "", false),
  THREAD_NAME("threadName", "tn", false),
  ALL_THREADS("allThreads", "na", false);

  private final String csvName;
  private final String xmlName;
  private final boolean required;

  JtlColumn(String csvName, String xmlName, boolean required) {
    this.csvName = csvName;
    this.xmlName = xmlName;
    this.required = required;
  }

  String csvName() {
    return csvName;
  }

  /** The attribute; empty for what XML holds in an element of its own. */
  String xmlName() {
    return xmlName;
  }

  /** Those without which there is nothing to judge. */
  static List<JtlColumn> required() {
    return Arrays.stream(values()).filter(column -> column.required).toList();
  }
}
