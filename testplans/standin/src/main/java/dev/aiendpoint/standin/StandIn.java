package dev.aiendpoint.standin;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.aiendpoint.standin.ai.AiCircuit;
import dev.aiendpoint.standin.ai.AiGateway;
import dev.aiendpoint.standin.ai.AiProvider;
import dev.aiendpoint.standin.ai.CircuitEvents;
import dev.aiendpoint.standin.ai.ResilienceCircuit;
import dev.aiendpoint.standin.cache.AnswerCache;
import dev.aiendpoint.standin.client.HttpProvider;
import dev.aiendpoint.standin.data.Conversations;
import dev.aiendpoint.standin.data.Database;
import dev.aiendpoint.standin.data.FeedbackTable;
import dev.aiendpoint.standin.data.Matches;
import dev.aiendpoint.standin.data.Organizations;
import dev.aiendpoint.standin.data.Programs;
import dev.aiendpoint.standin.data.SavedPrograms;
import dev.aiendpoint.standin.data.SeedData;
import dev.aiendpoint.standin.endpoint.ChatEndpoint;
import dev.aiendpoint.standin.endpoint.ExplanationEndpoint;
import dev.aiendpoint.standin.endpoint.HealthEndpoint;
import dev.aiendpoint.standin.endpoint.LostWrites;
import dev.aiendpoint.standin.endpoint.MatchEndpoints;
import dev.aiendpoint.standin.endpoint.ObservationEndpoints;
import dev.aiendpoint.standin.endpoint.PageEndpoints;
import dev.aiendpoint.standin.endpoint.ProgramEndpoints;
import dev.aiendpoint.standin.endpoint.WriteEndpoints;
import dev.aiendpoint.standin.http.Counters;
import dev.aiendpoint.standin.http.LoopbackServer;
import dev.aiendpoint.standin.http.Route;
import dev.aiendpoint.standin.http.RoutingHandler;
import dev.aiendpoint.standin.limit.ChatLimit;
import dev.aiendpoint.standin.limit.DailyBudget;
import dev.aiendpoint.standin.limit.SlidingLimit;
import dev.aiendpoint.standin.options.AuthMode;
import dev.aiendpoint.standin.options.BreakerMode;
import dev.aiendpoint.standin.options.CacheMode;
import dev.aiendpoint.standin.options.DatabaseMode;
import dev.aiendpoint.standin.options.Scale;
import dev.aiendpoint.standin.options.StandInOptions;
import dev.aiendpoint.standin.provider.ProviderOptions;
import dev.aiendpoint.standin.provider.ProviderServer;
import dev.aiendpoint.standin.session.Sessions;
import dev.aiendpoint.standin.session.TestUser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A running stand-in, listening on the loopback interface only. Many may run in one process.
 *
 * <p>Every request has a thread of its own for as long as it takes; there are enough for 150 users
 * that all wait for the AI while others read.
 */
public final class StandIn implements AutoCloseable {

  private static final int THREADS = 640;

  /**
   * Longer than any think time: the server must not close a connection that is about to be used.
   */
  private static final Duration IDLE_CONNECTION = Duration.ofMinutes(5);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Server server;
  private final ServerConnector connector;
  private final Database database;
  private final Optional<ProviderServer> embedded;

  private StandIn(
      Server server,
      ServerConnector connector,
      Database database,
      Optional<ProviderServer> embedded) {
    this.server = server;
    this.connector = connector;
    this.database = database;
    this.embedded = embedded;
  }

  /** Starts one, and the AI provider that it asks over HTTP. */
  public static StandIn start(StandInOptions options) throws Exception {
    Clock clock = Clock.systemUTC();
    ProviderServer embedded = ProviderServer.start(ProviderOptions.of(options), clock);
    AiProvider provider =
        new HttpProvider(embedded.baseUrl(), options.ai().timeout(), embedded::figures);
    try {
      return start(options, provider, clock, Optional.of(embedded));
    } catch (Exception e) {
      embedded.close();
      throw e;
    }
  }

  /** Starts one with any AI provider. */
  public static StandIn start(StandInOptions options, AiProvider provider, Clock clock)
      throws Exception {
    return start(options, provider, clock, Optional.empty());
  }

  private static StandIn start(
      StandInOptions options, AiProvider provider, Clock clock, Optional<ProviderServer> embedded)
      throws Exception {
    Sessions sessions =
        options.sessions().isPresent()
            ? Sessions.read(options.sessions().get())
            : Sessions.bundled();
    Database database = new Database();
    new SeedData(database, options.seed())
        .insert(sessions.users().stream().map(TestUser::organization).toList());
    if (options.database() == DatabaseMode.DOWN) {
      database.takeAway();
    }
    Counters counters = new Counters();
    ServerConnector connector =
        LoopbackServer.connector("http", THREADS, 32, options.port(), IDLE_CONNECTION);
    Server server = connector.getServer();
    server.setHandler(
        new RoutingHandler(
            routes(options, provider, clock, database, counters),
            Sessions.COOKIE,
            value -> options.auth() == AuthMode.REJECT ? Optional.empty() : sessions.user(value),
            counters));
    try {
      server.start();
    } catch (Exception e) {
      database.close();
      throw e;
    }
    return new StandIn(server, connector, database, embedded);
  }

  private static List<Route> routes(
      StandInOptions options,
      AiProvider provider,
      Clock clock,
      Database database,
      Counters counters) {
    Scale scale = options.scale();
    CircuitEvents events = new CircuitEvents();
    AiCircuit circuit =
        options.breaker() == BreakerMode.OFF
            ? AiCircuit.none()
            : new ResilienceCircuit(
                options.breaker() == BreakerMode.STUCK_HALF_OPEN,
                options.ai().openTime(),
                scale,
                clock,
                events);
    DailyBudget budget = new DailyBudget(options.ai().dailyBudget(), clock);
    AiGateway ai =
        new AiGateway(
            provider,
            circuit,
            options.ai().callsPerMinute().stream()
                .mapToObj(calls -> new SlidingLimit(calls, scale.duration(MINUTE), clock))
                .findFirst(),
            budget,
            scale);
    ProgramEndpoints programs =
        new ProgramEndpoints(
            new Programs(database), cache(options, 6 * 60), cache(options, 6 * 60));
    Matches matchTable = new Matches(database);
    MatchEndpoints matches = new MatchEndpoints(matchTable, cache(options, 60));
    ExplanationEndpoint explanations =
        new ExplanationEndpoint(
            matchTable, ai, cache(options, 24 * 60), cache(options, 60), options.visibility());
    ChatEndpoint chat =
        new ChatEndpoint(
            new Conversations(database),
            ai,
            new ChatLimit(options.ai().chatsPerMinute(), scale.duration(MINUTE), clock),
            options.visibility());
    LostWrites lost = new LostWrites(options.loseWrites(), options.seed());
    WriteEndpoints writes =
        new WriteEndpoints(
            programs,
            new SavedPrograms(database),
            lost,
            new Organizations(database),
            cache(options, 30),
            new FeedbackTable(database),
            clock);
    PageEndpoints pages = new PageEndpoints(matches);
    ObservationEndpoints observation =
        new ObservationEndpoints(
            events,
            () -> {
              Map<String, Object> figures = new LinkedHashMap<>();
              figures.put("counters", counters.all());
              figures.put("provider", provider.figures());
              figures.put("circuit", circuit.state());
              figures.put("spentToday", Math.round(budget.spentToday()));
              figures.put("lostSaves", lost.lost());
              return figures;
            });
    return List.of(
        new Route("GET", "/api/health", false, new HealthEndpoint(database)::health),
        new Route("GET", "/", false, pages::home),
        new Route("GET", "/sign-in", false, pages::signIn),
        new Route("GET", "/dashboard", true, pages::dashboard),
        new Route("GET", "/api/auth/session", true, pages::session),
        new Route("GET", "/api/funding-programs", true, programs::search),
        new Route("GET", "/api/funding-programs/{}", true, programs::details),
        new Route("GET", "/api/matches", true, matches::list),
        new Route("GET", "/api/matches/{}/explanation", true, explanations::explain),
        new Route("POST", "/api/chat", true, chat::chat),
        new Route("POST", "/api/programs/{}/save", true, writes::save),
        new Route("GET", "/api/programs/saved", true, writes::saves),
        new Route("GET", "/api/organizations/{}", true, writes::profile),
        new Route("POST", "/api/organizations/{}", true, writes::update),
        new Route("POST", "/api/ai-feedback", false, writes::feedback),
        new Route("GET", "/__standin/events", false, observation::events),
        new Route("GET", "/__standin/stats", false, observation::stats));
  }

  private static <V> AnswerCache<V> cache(StandInOptions options, int minutes) {
    return new AnswerCache<>(
        Duration.ofMinutes(minutes), options.cache() == CacheMode.ON, Ticker.systemTicker());
  }

  /** Where it listens, such as {@code http://127.0.0.1:41234}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** Where its AI provider is controlled; empty when that is not its own. */
  public Optional<URI> controlUrl() {
    return embedded.map(ProviderServer::controlUrl);
  }

  /** Waits until it is closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    } finally {
      embedded.ifPresent(ProviderServer::close);
      database.close();
    }
  }
}
