package dev.aiendpoint.classify;

import java.util.regex.Pattern;

/** What a {@code Location} says, without its query and user info: they may carry secrets. */
final class RedirectTarget {

  private static final Pattern SIGN_IN =
      Pattern.compile(
          "(?i)(?<![a-z])(?:sign[-_]?in|log[-_]in|logon|sso|saml)(?![a-z])|login"
              + "|(?<![a-z])o?auth(?:2|n|z|\\d|entic|ori[sz]|(?![a-z]))");

  private RedirectTarget() {}

  /** The path of a target, or of one without a path the whole of it, without its query. */
  static String path(String location) {
    String target = withoutQuery(location);
    int authority = target.indexOf("//");
    if (authority < 0) {
      return target;
    }
    int slash = target.indexOf('/', authority + 2);
    return slash < 0 ? "/" : target.substring(slash);
  }

  /** True when the host or the path is that of a sign-in page. */
  static boolean isSignIn(String location) {
    String target = withoutQuery(location);
    int at = target.indexOf('@');
    return SIGN_IN.matcher(at < 0 ? target : target.substring(at + 1)).find();
  }

  private static String withoutQuery(String location) {
    int end = location.length();
    for (char mark : new char[] {'?', '#', ';'}) {
      int at = location.indexOf(mark);
      end = at >= 0 && at < end ? at : end;
    }
    return location.substring(0, end);
  }
}
