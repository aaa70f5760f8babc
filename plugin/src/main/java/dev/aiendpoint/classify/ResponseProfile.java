package dev.aiendpoint.classify;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.exchange.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one kind of service says about cache, fallback, limits, circuit, usage and cost, as rules of
 * which the first that holds decides; {@link UniversalRules} decide where none does. Read from a
 * JSON file by {@link ResponseProfileReader}; the grammar is in {@code docs/profiles.md}. Immutable
 * and thread-safe.
 */
public final class ResponseProfile {

  /** The members of a profile, as the reader hands them over. */
  record Parts(
      String name,
      String description,
      String currency,
      String wireFormat,
      Optional<Prices> prices,
      List<UsageSource> usage,
      List<CostSource> cost,
      List<Rule<Outcome>> outcome,
      List<Rule<CacheStatus>> cache,
      List<Rule<CircuitEvidence>> circuit) {}

  private final Parts parts;

  ResponseProfile(Parts parts) {
    this.parts = parts;
  }

  public String name() {
    return parts.name();
  }

  public String description() {
    return parts.description();
  }

  /** Currency of every cost, such as {@code KRW}; empty when the profile names none. */
  public String currency() {
    return parts.currency();
  }

  /** The wire format to read answers with; {@code auto} to tell it from the answer. */
  public String wireFormat() {
    return parts.wireFormat();
  }

  /** True when costs can be computed from token usage. */
  public boolean hasPrices() {
    return parts.prices().isPresent();
  }

  /**
   * True when an answer's cost can be known at all: from the profile's prices, or because the
   * profile says where answers report it.
   */
  public boolean tellsCost() {
    return hasPrices() || !parts.cost().isEmpty();
  }

  /** The ids of all rules, in the order of the file within each section. */
  public List<String> ruleIds() {
    return Stream.of(parts.outcome(), parts.cache(), parts.circuit())
        .flatMap(List::stream)
        .map(Rule::id)
        .toList();
  }

  /**
   * Decides what an exchange was.
   *
   * @param acceptedStatuses statuses that the plan declares acceptable: an answer that would be an
   *     error for its status alone counts as SERVED. Refusals (rate limit, budget, breaker),
   *     fallbacks and incomplete answers keep their names, so that no figure about them goes empty
   */
  public Classification classify(Exchange exchange, Set<Integer> acceptedStatuses) {
    Facts facts = new Facts(exchange);
    facts.readUsage(parts.usage());
    List<String> reasons = new ArrayList<>();

    Optional<Rule<CacheStatus>> cacheRule = Rule.first(parts.cache(), facts);
    CacheStatus cache = cacheRule.map(Rule::then).orElse(CacheStatus.UNKNOWN);
    UniversalRules.Decision decision = outcome(facts, cache, acceptedStatuses);
    reasons.add(decision.reason());
    cacheRule.ifPresent(rule -> reasons.add(rule.reason("cache", rule.then().name())));
    CircuitEvidence circuit = circuit(facts, decision.outcome(), reasons);
    OptionalDouble cost = cost(facts, decision.outcome(), reasons);
    return new Classification(
        decision.outcome(),
        cache,
        circuit,
        facts.usage(),
        cost,
        decision.message(),
        List.copyOf(reasons));
  }

  private UniversalRules.Decision outcome(
      Facts facts, CacheStatus cache, Set<Integer> acceptedStatuses) {
    UniversalRules.Decision decision =
        parts.outcome().stream()
            .filter(rule -> UniversalRules.mayDecide(rule, facts))
            .filter(rule -> rule.when().holds(facts))
            .findFirst()
            .map(rule -> decided(rule, facts, cache))
            .orElseGet(() -> UniversalRules.decide(facts, cache));
    return isAccepted(facts, decision.outcome(), acceptedStatuses)
        ? new UniversalRules.Decision(
            Outcome.SERVED,
            "",
            "outcome: SERVED accepted by the plan (status "
                + facts.status().getAsInt()
                + ", otherwise "
                + decision.outcome()
                + ")")
        : decision;
  }

  private static boolean isAccepted(Facts facts, Outcome outcome, Set<Integer> accepted) {
    return outcome.isError()
        && facts.failure().isEmpty()
        && facts.status().isPresent()
        && !facts.isAnsweredWell()
        && accepted.contains(facts.status().getAsInt());
  }

  /**
   * A rule that knows a well-formed answer by its shape cannot see who made it: a cache keeps the
   * shape. So a hit is CACHED whatever success the rule says.
   */
  private static UniversalRules.Decision decided(
      Rule<Outcome> rule, Facts facts, CacheStatus cache) {
    String reason = rule.reason("outcome", rule.then().name());
    if (rule.then().isSuccess()) {
      return cache == CacheStatus.HIT && rule.then() != Outcome.CACHED
          ? new UniversalRules.Decision(
              Outcome.CACHED,
              "",
              "outcome: CACHED by universal rule (cache HIT, over "
                  + rule.then()
                  + " by rule '"
                  + rule.id()
                  + "')")
          : new UniversalRules.Decision(rule.then(), "", reason);
    }
    String message =
        rule.message()
            .map(template -> template.render(facts))
            .orElseGet(() -> rule.then() + " by rule '" + rule.id() + "'");
    return new UniversalRules.Decision(rule.then(), message, reason);
  }

  /**
   * A generated answer shows that calls get through; fallback content shows nothing, since an
   * instant provider error and an open circuit look the same.
   */
  private CircuitEvidence circuit(Facts facts, Outcome outcome, List<String> reasons) {
    Optional<Rule<CircuitEvidence>> rule = Rule.first(parts.circuit(), facts);
    if (rule.isPresent()) {
      CircuitEvidence evidence = rule.get().then();
      reasons.add(rule.get().reason("circuit", named(evidence)));
      return evidence;
    }
    if (outcome == Outcome.GENERATED) {
      reasons.add("circuit: CLOSED inferred by universal rule (a generated answer)");
      return CircuitEvidence.inferred(CircuitState.CLOSED);
    }
    return CircuitEvidence.NONE;
  }

  private static String named(CircuitEvidence evidence) {
    String column = evidence.asColumn();
    return column.isEmpty() ? "UNKNOWN" : column;
  }

  /** Reported, else free (a cache hit), else priced, else unknown: never 0 where unknown. */
  private OptionalDouble cost(Facts facts, Outcome outcome, List<String> reasons) {
    for (CostSource source : parts.cost()) {
      OptionalDouble reported = source.read(facts);
      if (reported.isPresent()) {
        reasons.add("cost: reported by the answer (" + source + ")");
        return reported;
      }
    }
    if (parts.prices().isEmpty() || outcome == Outcome.FALLBACK) {
      return OptionalDouble.empty();
    }
    if (outcome == Outcome.CACHED) {
      reasons.add("cost: 0 by universal rule (a cache hit)");
      return OptionalDouble.of(0);
    }
    TokenUsage usage = facts.usage();
    OptionalDouble priced = parts.prices().get().of(usage);
    if (priced.isPresent()) {
      reasons.add("cost: tokens at the profile's prices");
    }
    return priced;
  }
}
