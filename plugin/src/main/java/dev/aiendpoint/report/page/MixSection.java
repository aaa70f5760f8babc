package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.Comparison;
import dev.aiendpoint.baseline.Metric;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.picture.MixPicture;
import dev.aiendpoint.sample.OperationClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mix of operations, against the shares that the baseline asks for. */
final class MixSection implements Section {

  private static final List<OperationClass> MIX =
      List.of(OperationClass.READ, OperationClass.AI, OperationClass.WRITE);

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("mix", "Operations against plan");
    long all = MIX.stream().mapToLong(name -> figures.operation(name).samples()).sum();
    if (all == 0) {
      page.nothing("No READ, AI or WRITE request was recorded.");
    } else {
      List<MixPicture.Share> shares = new ArrayList<>();
      boolean planned = false;
      for (OperationClass operation : MIX) {
        long samples = figures.operation(operation).samples();
        Optional<double[]> plan = plan(run, operation);
        planned |= plan.isPresent();
        shares.add(
            new MixPicture.Share(
                operation.name(),
                palette -> palette.operations().get(operation),
                100.0 * samples / all,
                plan,
                samples));
      }
      planned |= addLabels(run, shares);
      page.picture(new MixPicture(shares));
      if (!planned) {
        page.nothing("The baseline asks for no share, so there is no plan to compare with.");
      }
    }
    page.endSection();
  }

  /** What the baseline asks of single labels; returns whether it asks anything. */
  private static boolean addLabels(RunVerdict run, List<MixPicture.Share> shares) {
    int before = shares.size();
    for (ThresholdResult result : run.thresholds()) {
      if (result.observed().isPresent()
          && result.threshold().isPresent()
          && result.threshold().get().check().metric() instanceof Metric.LabelShare share) {
        double percent = result.observed().getAsDouble();
        shares.add(
            new MixPicture.Share(
                share.glob(),
                palette -> palette.operations().get(OperationClass.ofLabel(share.glob())),
                percent,
                range(result.threshold().get().check().limit().comparison()),
                Math.round(percent / 100 * result.samples())));
      }
    }
    return shares.size() > before;
  }

  private static Optional<double[]> plan(RunVerdict run, OperationClass operation) {
    return run.thresholds().stream()
        .map(ThresholdResult::threshold)
        .flatMap(Optional::stream)
        .filter(
            threshold ->
                threshold.check().metric() instanceof Metric.OperationShare share
                    && share.operation() == operation)
        .map(threshold -> range(threshold.check().limit().comparison()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<double[]> range(Comparison comparison) {
    if (comparison instanceof Comparison.Within within) {
      return Optional.of(
          new double[] {within.center() - within.margin(), within.center() + within.margin()});
    }
    if (comparison instanceof Comparison.Between between) {
      return Optional.of(new double[] {between.low(), between.high()});
    }
    return Optional.empty();
  }
}
