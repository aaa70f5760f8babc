package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.baseline.FigureFormat;
import dev.aiendpoint.cache.CacheFigures;
import dev.aiendpoint.cache.CacheLatency;
import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.cache.CacheSaving;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javax.swing.table.AbstractTableModel;

/**
 * The figures of a {@link CacheReport} as texts: a row for all labels, then one for each label with
 * its phases below it. Swing's thread only.
 */
final class CacheTableModel extends AbstractTableModel {

  private static final long serialVersionUID = 1L;
  private static final String UNKNOWN = "-";

  /** How a row stands out. */
  enum Rank {
    TOTAL,
    LABEL,
    PHASE
  }

  private record Row(
      Rank rank, String name, CacheFigures figures, Optional<CacheSaving> saved, String currency) {}

  private enum Column {
    NAME("name", Row::name),
    HITS("hits", row -> Long.toString(row.figures().hits())),
    MISSES("misses", row -> Long.toString(row.figures().misses())),
    BYPASSES("bypasses", row -> Long.toString(row.figures().bypasses())),
    UNKNOWNS("unknown", row -> Long.toString(row.figures().unknown())),
    HIT_RATE("hitRate", row -> share(row.figures().hitRate())),
    HIT("hit", row -> latency(row.figures().hit())),
    MISS("miss", row -> latency(row.figures().miss())),
    SAVED_TIME("savedTime", row -> saved(row, CacheSaving::millis, "ms")),
    SAVED_COST("savedCost", row -> saved(row, CacheSaving::cost, row.currency()));

    private final String key;
    private final transient Function<Row, String> text;

    Column(String key, Function<Row, String> text) {
      this.key = key;
      this.text = text;
    }
  }

  private transient List<Row> rows = List.of();

  void show(CacheReport report, String currency) {
    List<Row> made = new ArrayList<>();
    if (!report.labels().isEmpty()) {
      made.add(
          new Row(
              Rank.TOTAL,
              Texts.get("AiCacheTracker.total"),
              report.total(),
              Optional.of(report.saved()),
              currency));
    }
    for (CacheReport.OfLabel label : report.labels()) {
      made.add(
          new Row(
              Rank.LABEL, label.label(), label.figures(), Optional.of(label.saved()), currency));
      label.phases().stream()
          .map(of -> new Row(Rank.PHASE, of.phase(), of.figures(), Optional.empty(), currency))
          .forEach(made::add);
    }
    int before = rows.size();
    rows = List.copyOf(made);
    if (before == made.size()) {
      // Keeps what the user has selected.
      fireTableRowsUpdated(0, Math.max(0, before - 1));
    } else {
      fireTableDataChanged();
    }
  }

  void clear() {
    rows = List.of();
    fireTableDataChanged();
  }

  Rank rank(int row) {
    return rows.get(row).rank();
  }

  static String tip(int column) {
    return Texts.get("AiCacheTracker.column." + Column.values()[column].key + ".help");
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return Column.values().length;
  }

  @Override
  public String getColumnName(int column) {
    return Texts.get("AiCacheTracker.column." + Column.values()[column].key);
  }

  @Override
  public String getValueAt(int row, int column) {
    return Column.values()[column].text.apply(rows.get(row));
  }

  static String share(OptionalDouble share) {
    return share.isEmpty() ? UNKNOWN : FigureFormat.figure(100 * share.getAsDouble(), "%");
  }

  static String millis(OptionalDouble millis) {
    return millis.isEmpty() ? UNKNOWN : FigureFormat.figure(millis.getAsDouble(), "ms");
  }

  private static String latency(CacheLatency latency) {
    return latency.n() == 0
        ? UNKNOWN
        : millis(latency.p50()) + " / " + millis(latency.p95()) + "  (" + latency.n() + ")";
  }

  private static String saved(Row row, Function<CacheSaving, OptionalDouble> part, String unit) {
    OptionalDouble saved = row.saved().map(part).orElse(OptionalDouble.empty());
    return row.saved().isEmpty()
        ? ""
        : saved.isEmpty() ? UNKNOWN : FigureFormat.figure(saved.getAsDouble(), unit);
  }
}
