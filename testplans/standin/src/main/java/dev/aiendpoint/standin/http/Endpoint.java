package dev.aiendpoint.standin.http;

/** Answers the calls of one route. May block: it runs on a thread of its own. */
@FunctionalInterface
public interface Endpoint {

  void answer(Call call) throws Exception;
}
