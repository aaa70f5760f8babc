package dev.aiendpoint.jmeter;

import java.io.IOException;
import java.net.URL;
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

  private long sentNanos;

  HttpClient4(HTTPSamplerBase sampler) {
    super(sampler);
  }

  HTTPSampleResult call(URL url, String method, boolean followingRedirect, int depth) {
    sentNanos = System.nanoTime();
    return sample(url, method, followingRedirect, depth);
  }

  /** The first thing that JMeter does after it has started the sample's clock. */
  @Override
  protected void handleMethod(
      String method, HTTPSampleResult result, HttpRequestBase request, HttpContext context)
      throws IOException {
    sentNanos = System.nanoTime();
    super.handleMethod(method, result, request, context);
  }

  /** When the latest request was sent, on {@link System#nanoTime}. */
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
