package dev.aiendpoint.jtl;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.ColumnTexts;
import dev.aiendpoint.sample.ColumnValues;
import dev.aiendpoint.sample.SampleColumn;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** This plugin's columns in the row at which {@link CsvRows} stands. */
final class CsvColumns implements ColumnValues {

  private final CsvRows rows;
  private final int[] places = new int[SampleColumn.values().length];
  private final CellCache<String> phases = new CellCache<>(ColumnTexts::phase);
  private final CellCache<Optional<Outcome>> outcomes = new CellCache<>(ColumnTexts::outcome);
  private final CellCache<CacheStatus> caches = new CellCache<>(ColumnTexts::cache);
  private final CellCache<CircuitEvidence> circuits = new CellCache<>(CircuitEvidence::ofColumn);

  CsvColumns(CsvRows rows, CsvHeader header) {
    this.rows = rows;
    for (SampleColumn column : SampleColumn.values()) {
      places[column.ordinal()] = header.place(column);
    }
  }

  @Override
  public String phase() {
    return value(SampleColumn.PHASE, phases, "");
  }

  @Override
  public Optional<Outcome> outcome() {
    return value(SampleColumn.OUTCOME, outcomes, Optional.empty());
  }

  @Override
  public CacheStatus cache() {
    return value(SampleColumn.CACHE, caches, CacheStatus.UNKNOWN);
  }

  @Override
  public CircuitEvidence circuit() {
    return value(SampleColumn.CIRCUIT, circuits, CircuitEvidence.NONE);
  }

  private <T> T value(SampleColumn column, CellCache<T> cache, T otherwise) {
    int place = places[column.ordinal()];
    return place == CsvHeader.MISSING ? otherwise : cache.get(rows, place);
  }

  @Override
  public OptionalDouble decimal(SampleColumn column) {
    int place = places[column.ordinal()];
    return place == CsvHeader.MISSING ? OptionalDouble.empty() : CellNumber.decimal(rows, place);
  }

  @Override
  public OptionalLong whole(SampleColumn column) {
    int place = places[column.ordinal()];
    return place == CsvHeader.MISSING ? OptionalLong.empty() : CellNumber.whole(rows, place);
  }
}
