package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * Counts what the failing samples of one label and phase said. Messages that differ only in their
 * digits are one kind. The number of kinds of a whole run is bounded; past the bound, failures are
 * still counted by outcome and HTTP status, without their message.
 */
final class FailureTally {

  static final int MAX_KINDS = 200;
  private static final int MAX_MESSAGE = 300;
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern STATUS = Pattern.compile("\\d{3}");

  /** What makes two failures the same kind. */
  record Kind(Outcome outcome, String responseCode, String pattern) {}

  /** How often a kind occurred, with the first message of it. */
  record Tally(Kind kind, String message, long count) {}

  private record Entry(String message, LongAdder count) {}

  private final AtomicInteger kindsOfRun;
  private final ConcurrentHashMap<Kind, Entry> entries = new ConcurrentHashMap<>();

  FailureTally(AtomicInteger kindsOfRun) {
    this.kindsOfRun = kindsOfRun;
  }

  void record(Sample sample) {
    String message = shortened(sample.message());
    Kind kind =
        new Kind(sample.outcome(), sample.responseCode(), DIGITS.matcher(message).replaceAll("#"));
    Entry entry = entries.get(kind);
    if (entry == null) {
      entry = kindsOfRun.incrementAndGet() <= MAX_KINDS ? entry(kind, message) : rest(sample);
    }
    entry.count.increment();
  }

  private Entry entry(Kind kind, String message) {
    return entries.computeIfAbsent(kind, key -> new Entry(message, new LongAdder()));
  }

  private Entry rest(Sample sample) {
    kindsOfRun.decrementAndGet();
    String code = STATUS.matcher(sample.responseCode()).matches() ? sample.responseCode() : "";
    return entry(new Kind(sample.outcome(), code, "(rest)"), "(other messages)");
  }

  private static String shortened(String message) {
    return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
  }

  List<Tally> freeze() {
    return entries.entrySet().stream()
        .map(e -> new Tally(e.getKey(), e.getValue().message(), e.getValue().count().sum()))
        .toList();
  }
}
