package dev.aiendpoint.jmeter;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URL;
import java.util.function.BooleanSupplier;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.protocol.HttpContext;
import org.apache.jmeter.protocol.http.sampler.HTTPHC4Impl;
import org.apache.jmeter.protocol.http.sampler.HTTPSampleResult;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerBase;

/**
 * JMeter's own HttpClient 4 implementation, opened just enough to be driven by {@link AiRequest}
 * and to learn when a request goes out.
 */
final class HttpClient4 extends HTTPHC4Impl {

  private final BooleanSupplier ended;
  private boolean firstRequest;
  private long sentNanos;

  /**
   * @param ended whether the call is to end, asked before each request of it
   */
  HttpClient4(HTTPSamplerBase sampler, BooleanSupplier ended) {
    super(sampler);
    this.ended = ended;
  }

  HTTPSampleResult call(URL url, String method, boolean followingRedirect, int depth) {
    firstRequest = !followingRedirect && depth == 0;
    return sample(url, method, followingRedirect, depth);
  }

  /**
   * The first thing that JMeter does after it has started the sample's clock and made the request
   * one that can be aborted. An abort that came before, such as between two redirects, found
   * nothing to abort.
   */
  @Override
  protected void handleMethod(
      String method, HTTPSampleResult result, HttpRequestBase request, HttpContext context)
      throws IOException {
    if (firstRequest) {
      sentNanos = System.nanoTime();
    }
    if (ended.getAsBoolean()) {
      throw new InterruptedIOException("the call was ended before this request was sent");
    }
    super.handleMethod(method, result, request, context);
  }

  /** When the call began, redirects included, on {@link System#nanoTime}. */
  long sentNanos() {
    return sentNanos;
  }

  void endThread() {
    threadFinished();
  }

  void startIteration() {
    notifyFirstSampleAfterLoopRestart();
  }
}
