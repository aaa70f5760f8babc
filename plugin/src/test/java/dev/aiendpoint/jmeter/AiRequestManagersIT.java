package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.jmeter.FaultServer.Script;
import dev.aiendpoint.jmeter.SamplerBench.Call;
import dev.aiendpoint.sample.SampleColumn;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.jmeter.config.KeystoreConfig;
import org.apache.jmeter.protocol.http.control.AuthManager;
import org.apache.jmeter.protocol.http.control.Authorization;
import org.apache.jmeter.protocol.http.control.CacheManager;
import org.apache.jmeter.protocol.http.control.CookieManager;
import org.apache.jmeter.protocol.http.control.DNSCacheManager;
import org.apache.jmeter.protocol.http.control.Header;
import org.apache.jmeter.protocol.http.control.HeaderManager;
import org.apache.jmeter.protocol.http.sampler.HTTPSampleResult;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.SSLManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JMeter's own managers and settings with AI Request, and what it refuses. */
class AiRequestManagersIT {

  private static final String OK = "{\"answer\":\"hi\"}";

  @TempDir private Path folder;

  @Test
  void shouldSendTheHeadersOfTheHeaderManagerAndShowNoSecretOfThem() throws Exception {
    try (FaultServer server = FaultServer.json(OK)) {
      AiRequest request = SamplerBench.request(server);
      HeaderManager headers = new HeaderManager();
      headers.add(new Header("Accept", "text/event-stream"));
      headers.add(new Header("Authorization", "Bearer very-secret-1"));
      headers.add(new Header("x-api-key", "very-secret-2"));
      headers.add(new Header("Cookie", "next-auth.session-token=very-secret-3"));
      headers.add(new Header("X-Auth-Token", "very-secret-4"));
      request.setHeaderManager(headers);
      Call call = SamplerBench.run(request);

      assertThat(server.lastCall().head())
          .contains("Accept: text/event-stream")
          .contains("very-secret-1", "very-secret-2", "very-secret-3", "very-secret-4");
      checkHidden(call.result(), "very-secret");
      assertThat(call.result().getRequestHeaders())
          .contains("Accept: text/event-stream", "Authorization: ***", "x-api-key: ***");
    }
  }

  @Test
  void shouldShowNoSecretWhenNothingAnswers() throws Exception {
    try (FaultServer server = FaultServer.start(FaultCall::reset)) {
      AiRequest request = SamplerBench.request(server);
      HeaderManager headers = new HeaderManager();
      headers.add(new Header("Authorization", "Bearer very-secret-1"));
      headers.add(new Header("Cookie", "a=very-secret-3"));
      request.setHeaderManager(headers);

      checkHidden(SamplerBench.run(request).result(), "very-secret");
    }
  }

  private static void checkHidden(SampleResult result, String secret) {
    assertThat(
            List.of(
                result.getRequestHeaders(),
                result.getSamplerData(),
                ((HTTPSampleResult) result).getCookies(),
                result.getResponseHeaders(),
                result.getResponseMessage(),
                result.getResponseDataAsString()))
        .noneMatch(text -> text.contains(secret));
  }

  @Test
  void shouldStoreCookiesAndSendThemBack() throws Exception {
    Script script =
        call -> call.whole("200 OK", "application/json", OK, "Set-Cookie: sid=very-secret; Path=/");
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      CookieManager cookies = new CookieManager();
      cookies.testStarted();
      request.setCookieManager(cookies);
      SamplerBench.run(request);
      Call second = SamplerBench.run(request);

      assertThat(server.calls().get(0).header("Cookie")).isEmpty();
      assertThat(server.calls().get(1).header("Cookie")).contains("sid=very-secret");
      assertThat(second.result().getSamplerData()).doesNotContain("very-secret");
    }
  }

  @Test
  void shouldSignInAsTheAuthManagerSays() throws Exception {
    String basic = "Basic " + Base64.getEncoder().encodeToString("ada:lovelace".getBytes());
    Script script =
        call -> {
          if (call.header("Authorization").filter(basic::equals).isPresent()) {
            call.whole("200 OK", "application/json", OK);
          } else {
            call.whole("401 No", "text/plain", "", "WWW-Authenticate: Basic realm=\"r\"");
          }
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      Call refused = SamplerBench.run(request);
      AuthManager auth = new AuthManager();
      Authorization authorization = new Authorization();
      authorization.setURL("http://127.0.0.1:" + server.port() + "/");
      authorization.setUser("ada");
      authorization.setPass("lovelace");
      auth.addAuth(authorization);
      request.setAuthManager(auth);
      Call call = SamplerBench.run(request);

      assertThat(refused.outcome()).isEqualTo("UNAUTHORIZED");
      assertThat(call.outcome()).as(call.failure()).isEqualTo("SERVED");
      checkHidden(call.result(), basic.substring(6));
    }
  }

  @Test
  void shouldAskConditionallyAndSkipWhatTheCacheManagerHolds() throws Exception {
    Script script =
        call -> {
          if (call.path().equals("/fresh")) {
            call.whole("200 OK", "application/json", OK, "Cache-Control: max-age=600");
          } else if (call.header("If-None-Match").isPresent()) {
            call.text("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");
            call.keepAlive();
          } else {
            call.whole("200 OK", "application/json", OK, "ETag: \"1\"");
          }
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      request.setCacheManager(cache(false));
      SamplerBench.run(request);
      Call conditional = SamplerBench.run(request);
      request.setCacheManager(cache(true));
      request.setPath("/fresh");
      SamplerBench.run(request);
      SampleResult held = SamplerBench.run(request).result();

      assertThat(conditional.result().getResponseCode()).isEqualTo("304");
      assertThat(conditional.outcome()).as(conditional.failure()).isEqualTo("SERVED");
      assertThat(held).as("no sample, by JMeter's default").isNull();
      assertThat(server.calls()).hasSize(3);
    }
  }

  private static CacheManager cache(boolean useExpires) {
    CacheManager cache = new CacheManager();
    cache.setUseExpires(useExpires);
    cache.testIterationStart(null);
    return cache;
  }

  @Test
  void shouldResolveHostsAsTheDnsCacheManagerSays() throws Exception {
    try (FaultServer server = FaultServer.json(OK)) {
      AiRequest request = SamplerBench.request(server);
      request.setDomain("load-target.invalid");
      DNSCacheManager dns = new DNSCacheManager();
      dns.setCustomResolver(true);
      dns.addHost("load-target.invalid", "127.0.0.1");
      request.setDNSResolver(dns);
      Call call = SamplerBench.run(request);

      assertThat(call.outcome()).as(call.failure()).isEqualTo("SERVED");
      assertThat(server.lastCall().header("Host")).contains("load-target.invalid:" + server.port());
    }
  }

  @Test
  void shouldGoThroughTheProxy() throws Exception {
    try (FaultServer server = FaultServer.json(OK);
        FaultServer proxy = FaultServer.start(AiRequestManagersIT::forward)) {
      AiRequest request = SamplerBench.request(server);
      request.setProxyHost("127.0.0.1");
      request.setProxyPortInt("" + proxy.port());
      Call call = SamplerBench.run(request);

      assertThat(call.outcome()).as(call.failure()).isEqualTo("SERVED");
      assertThat(proxy.calls()).hasSize(1);
      assertThat(server.calls()).hasSize(1);
    }
  }

  private static void forward(FaultCall call) throws Exception {
    HttpURLConnection onward = (HttpURLConnection) URI.create(call.path()).toURL().openConnection();
    try (InputStream in = onward.getInputStream()) {
      call.whole("200 OK", onward.getContentType(), in.readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"follow", "auto"})
  void shouldFollowRedirectsWithoutSubResults(String way) throws Exception {
    Script script =
        call -> {
          switch (call.path()) {
            case "/answer" -> call.whole("302 Found", "text/plain", "", "Location: /second");
            case "/second" -> call.whole("307 Go", "text/plain", "", "Location: /last");
            default -> {
              call.pause(60);
              AiRequestIT.paced(call, "data: hi\n\n");
            }
          }
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      request.setFollowRedirects(way.equals("follow"));
      request.setAutoRedirects(way.equals("auto"));
      Call call = SamplerBench.run(request);

      assertThat(call.outcome()).as(call.failure()).isEqualTo("GENERATED");
      assertThat(call.result().getClass()).isEqualTo(HTTPSampleResult.class);
      assertThat(call.result().getSubResults()).isEmpty();
      assertThat(call.result().getSampleLabel()).isEqualTo("AI answer");
      assertThat(call.result().getURL().getPath()).isEqualTo("/last");
      assertThat(call.result().getResponseDataAsString()).isEqualTo("hi");
    }
  }

  @Test
  void shouldCountTheTimeToTheFirstTokenFromTheFirstOfTheRedirectedRequests() throws Exception {
    Script script =
        call -> {
          if (call.path().equals("/answer")) {
            call.pause(150);
            call.whole("302 Found", "text/plain", "", "Location: /last");
          } else {
            AiRequestIT.paced(call, "data: hi\n\n");
          }
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      request.setFollowRedirects(true);
      Call call = SamplerBench.run(request);

      assertThat(call.millis(SampleColumn.TTFT_MS)).isBetween(150.0, call.result().getTime() + 1.0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"follow", "auto"})
  void shouldNotFollowARedirectToAnotherHost(String way) throws Exception {
    Script script =
        call -> call.whole("302 F", "text/plain", "", "Location: http://load-target.invalid/x");
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      request.setFollowRedirects(way.equals("follow"));
      request.setAutoRedirects(way.equals("auto"));
      Call call = SamplerBench.run(request);

      assertThat(call.outcome()).isEqualTo("CONNECTION_ERROR");
      assertThat(call.failure()).contains("load-target.invalid", "not loopback");
    }
  }

  @Test
  void shouldJudgeThePageAndNotItsResources() throws Exception {
    Script script =
        call -> {
          if (call.path().equals("/answer")) {
            call.whole("200 OK", "text/html", "<html><img src=\"/i.json\"></html>");
          } else {
            call.whole("404 Not Found", "application/json", "{\"error\":\"no image\"}");
          }
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      request.setImageParser(true);
      request.setConcurrentDwn(true);
      Call call = SamplerBench.run(request);

      assertThat(server.calls()).hasSize(2);
      assertThat(call.outcome()).as(call.failure()).isEqualTo("SERVED");
      assertThat(call.result().isSuccessful()).as("a resource is missing").isFalse();
      assertThat(call.result().getSubResults()).isEmpty();
    }
  }

  @Test
  void shouldSpeakTlsWithTheCertificateOfTheKeystore() throws Exception {
    KeyStore store = keyStore();
    SSLContext tls = SSLContext.getInstance("TLS");
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    List<String> peers = new CopyOnWriteArrayList<>();
    Script script =
        call -> {
          peers.add(call.peer());
          call.whole("200 OK", "application/json", OK);
        };
    try (FaultServer server = FaultServer.start(wantingClients(tls), script)) {
      JMeterHome.use();
      System.setProperty("javax.net.ssl.keyStore", keyStoreFile().toString());
      System.setProperty("javax.net.ssl.keyStorePassword", PASSWORD);
      SSLManager.reset();
      KeystoreConfig config = new KeystoreConfig();
      config.setPreload("true");
      config.setStartIndex("0");
      config.setEndIndex("0");
      config.testStarted();
      // JMeter keeps a TLS context for each thread, so this one starts without.
      Call call =
          CompletableFuture.supplyAsync(() -> tlsCall(server), task -> new Thread(task).start())
              .get(10, TimeUnit.SECONDS);

      assertThat(call.outcome()).as(call.failure()).isEqualTo("SERVED");
      assertThat(peers).containsExactly("CN=tester");
    } finally {
      System.clearProperty("javax.net.ssl.keyStore");
      System.clearProperty("javax.net.ssl.keyStorePassword");
      SSLManager.reset();
    }
  }

  private static final String PASSWORD = "changeit";

  private static Call tlsCall(FaultServer server) {
    AiRequest request = SamplerBench.request(server);
    request.setProtocol("https");
    Call call = SamplerBench.run(request);
    request.threadFinished();
    return call;
  }

  private static ServerSocketFactory wantingClients(SSLContext tls) {
    ServerSocketFactory sockets = tls.getServerSocketFactory();
    return new ServerSocketFactory() {
      @Override
      public ServerSocket createServerSocket(int port) throws IOException {
        return wanting(sockets.createServerSocket(port));
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return wanting(sockets.createServerSocket(port, backlog));
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
          throws IOException {
        return wanting(sockets.createServerSocket(port, backlog, address));
      }

      private ServerSocket wanting(ServerSocket socket) {
        ((SSLServerSocket) socket).setWantClientAuth(true);
        return socket;
      }
    };
  }

  private Path keyStoreFile() {
    return folder.resolve("tester.p12");
  }

  private KeyStore keyStore() throws Exception {
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "tester",
                "-dname",
                "CN=tester",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStoreFile().toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStoreFile())) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyStore both = KeyStore.getInstance("PKCS12");
    both.load(null, null);
    both.setKeyEntry(
        "tester",
        store.getKey("tester", PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        store.getCertificateChain("tester"));
    both.setCertificateEntry("trusted", store.getCertificate("tester"));
    return both;
  }

  @Test
  void shouldRefuseAForeignHostBeforeAnyRequest() {
    AiRequest request = SamplerBench.request(80, "/answer");
    request.setDomain("load-target.invalid");

    assertThatThrownBy(request::sample)
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("load-target.invalid")
        .hasMessageContaining("allow.remote");
  }

  @Test
  void shouldRefuseAForeignProxy() throws Exception {
    try (FaultServer server = FaultServer.json(OK)) {
      AiRequest request = SamplerBench.request(server);
      request.setProxyHost("load-target.invalid");
      request.setProxyPortInt("3128");

      assertThatThrownBy(request::sample)
          .isInstanceOf(RunRefusedException.class)
          .hasMessageContaining("load-target.invalid");
      assertThat(server.calls()).isEmpty();
    }
  }

  @Test
  void shouldRefuseAProfileWithAMistakeAtItsPlace() throws Exception {
    Path profile = folder.resolve("mine.json");
    Files.writeString(profile, "{\n  \"name\": \"mine\",\n  \"outcme\": []\n}\n");
    AiRequest request = SamplerBench.request(80, "/answer");
    request.setProperty(AiRequest.PROFILE, profile.toString());

    assertThatThrownBy(request::testStarted)
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("mine.json:3:")
        .hasMessageContaining("outcme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        AiRequest.WIRE_FORMAT,
        AiRequest.ACCEPTED_STATUSES,
        AiRequest.DEADLINE_MILLIS,
        AiRequest.STALL_MILLIS
      })
  void shouldRefuseASettingThatCannotBeUsed(String key) {
    AiRequest request = SamplerBench.request(80, "/answer");
    request.setProperty(key, "2o");

    assertThatThrownBy(request::testStarted)
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("'2o' but must be");
  }
}
