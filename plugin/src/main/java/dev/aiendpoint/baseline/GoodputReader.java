package dev.aiendpoint.baseline;

import dev.aiendpoint.json.LocatedJson;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.Goodput;
import dev.aiendpoint.stats.RequestObjective;
import dev.aiendpoint.stats.TimingMetric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what each AI request must achieve, from a baseline's member {@code goodput}: one objective,
 * or a list of them of which the first that is about a request's label decides.
 *
 * <pre>
 * "goodput": { "elapsed": "5 s" }
 * "goodput": [ { "labels": "AI chat*", "elapsed": "8 s", "ttft": "2 s" }, { "elapsed": "5 s" } ]
 * </pre>
 */
final class GoodputReader {

  private static final String RULE =
      "an objective such as {\"elapsed\": \"5 s\"}, or a list of them";
  private static final String DURATION_RULE = "a duration above 0, such as 5 s";
  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|min)");
  private static final Pattern AI_LABEL = Pattern.compile("AI( .*)?|AI\\*.*|[*?].*");

  /** Those that a result file holds too, so that goodput is the same live and offline. */
  private static final List<TimingMetric> TIMINGS =
      List.of(TimingMetric.ELAPSED, TimingMetric.TTFT, TimingMetric.TPOT, TimingMetric.ICL_MAX);

  private static final List<String> MEMBERS = members();

  private final FileProblems problems;

  GoodputReader(FileProblems problems) {
    this.problems = problems;
  }

  private static List<String> members() {
    List<String> members = new ArrayList<>();
    members.add(BaselineMember.LABELS);
    TIMINGS.forEach(timing -> members.add(timing.word()));
    return List.copyOf(members);
  }

  Goodput read(ObjectReader file) {
    Optional<LocatedJson> value = file.value(BaselineMember.GOODPUT);
    if (value.isEmpty()) {
      return Goodput.UNDECLARED;
    }
    List<LocatedJson> items =
        value.get() instanceof LocatedJson.Items list ? list.items() : List.of(value.get());
    if (items.isEmpty()) {
      file.report(BaselineMember.GOODPUT, value.get(), RULE);
    }
    List<RequestObjective> objectives = new ArrayList<>();
    for (LocatedJson item : items) {
      if (!objectives.isEmpty() && objectives.get(objectives.size() - 1).labels().isEmpty()) {
        problems.add(
            item.place(),
            "goodput objective must be absent: the one before it has no labels, so it is about"
                + " every AI request");
      }
      if (item instanceof LocatedJson.Members object) {
        objectives.add(objective(object));
      } else {
        problems.add(item.place(), ObjectReader.was("goodput", item) + " but must be " + RULE);
      }
    }
    return new Goodput(objectives);
  }

  private RequestObjective objective(LocatedJson.Members object) {
    ObjectReader members = new ObjectReader(object, MEMBERS, problems);
    Map<TimingMetric, Double> limits = new EnumMap<>(TimingMetric.class);
    List<String> texts = new ArrayList<>();
    boolean isAnyNamed = false;
    for (TimingMetric timing : TIMINGS) {
      isAnyNamed |= members.value(timing.word()).isPresent();
      Optional<LocatedJson.Text> text = members.text(timing.word(), DURATION_RULE);
      if (text.isPresent()) {
        Optional<Double> millis = millis(members, timing.word(), text.get());
        millis.ifPresent(most -> limits.put(timing, most));
        texts.add(timing.word() + " " + text.get().value().strip());
      }
    }
    if (!isAnyNamed) {
      problems.add(
          object.place(),
          "goodput objective must name at least one duration; supported: "
              + TIMINGS.stream().map(TimingMetric::word).collect(Collectors.joining(", ")));
    }
    List<String> labels = labels(members);
    String whose = labels.isEmpty() ? "AI requests" : String.join(", ", labels);
    return new RequestObjective(labels, limits, whose + ": " + String.join(", ", texts));
  }

  private List<String> labels(ObjectReader members) {
    List<ObjectReader.Item> items =
        members.items(BaselineMember.LABELS, "label patterns, comma separated, such as AI chat*");
    for (ObjectReader.Item item : items) {
      LabelPatterns.mistakeIn(item.value())
          .or(() -> notOfAi(item.value()))
          .ifPresent(
              rule ->
                  problems.addInside(
                      (LocatedJson.Text) members.value(BaselineMember.LABELS).orElseThrow(),
                      item.index(),
                      "labels was '" + item.value() + "' but must be " + rule));
    }
    return items.stream().map(ObjectReader.Item::value).toList();
  }

  private static Optional<String> notOfAi(String pattern) {
    return AI_LABEL.matcher(pattern).matches()
        ? Optional.empty()
        : Optional.of(
            "a pattern of labels that begin with " + OperationClass.AI + ": goodput is about them");
  }

  private static Optional<Double> millis(ObjectReader members, String name, LocatedJson.Text text) {
    Matcher duration = DURATION.matcher(text.value().strip());
    double millis =
        duration.matches()
            ? Dimension.TIME.kept(new BigDecimal(duration.group(1)), duration.group(2))
            : 0;
    if (millis <= 0) {
      members.report(name, text, DURATION_RULE + "; supported: ms, s, min");
      return Optional.empty();
    }
    return Optional.of(millis);
  }
}
