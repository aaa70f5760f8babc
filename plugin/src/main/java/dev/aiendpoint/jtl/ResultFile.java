package dev.aiendpoint.jtl;

import dev.aiendpoint.sample.SampleColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a result file held besides its samples.
 *
 * @param columns those of this plugin's columns that it has
 * @param hasThreadCounts whether it tells how many users were active
 * @param samples rows that became samples
 * @param transactions rows of transaction controllers: they repeat what their parts have said
 * @param subResults rows of sub-results: part of the sample before them
 * @param damage what was cut off at its end, in a sentence; empty for a whole file
 */
public record ResultFile(
    Set<SampleColumn> columns,
    boolean hasThreadCounts,
    long samples,
    long transactions,
    long subResults,
    String damage) {

  public ResultFile {
    columns = Set.copyOf(columns);
  }

  /** What was left out, a sentence each; damage first. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!damage.isEmpty()) {
      remarks.add(damage);
    }
    if (transactions > 0) {
      remarks.add(rows(transactions) + " of transaction controllers left out: they repeat others");
    }
    if (subResults > 0) {
      remarks.add(rows(subResults) + " of sub-results left out: the samples before hold them");
    }
    return remarks;
  }

  private static String rows(long count) {
    return count + (count == 1 ? " row" : " rows");
  }
}
