package dev.aiendpoint.sample;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The values of this plugin's columns in one row. A column that is not there, is empty or cannot be
 * read has no value. {@link ColumnTexts} says what a text means; who reads faster must read the
 * same.
 */
public interface ColumnValues {

  /** Name of the phase, empty for none. */
  String phase();

  /** Outcome as the classifier gave it; empty for a row that nothing classified. */
  Optional<Outcome> outcome();

  CacheStatus cache();

  CircuitEvidence circuit();

  OptionalDouble decimal(SampleColumn column);

  OptionalLong whole(SampleColumn column);
}
