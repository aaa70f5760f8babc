package dev.aiendpoint.choice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which share of all choices each alternative gets, in whole percents that sum up to 100.
 *
 * @param shares in the order of the text
 */
public record Weights(List<Share> shares) {

  /** What all shares make together. */
  public static final int WHOLE = 100;

  /** Name of the share that chooses no child at all. */
  public static final String NOTHING = "nothing";

  /** Stands in {@link #resolve} for a choice of no child. */
  public static final int NO_CHILD = -1;

  /**
   * One alternative.
   *
   * @param name of the child; empty when the weights are given in the children's order
   * @param percent 0..100
   */
  public record Share(String name, int percent) {}

  public Weights {
    shares = List.copyOf(shares);
  }

  /**
   * The child that each share means.
   *
   * @param children names of the children in order
   * @return for each share the index of its child, or {@link #NO_CHILD}
   * @throws IllegalArgumentException when shares and children do not belong together
   */
  public List<Integer> resolve(List<String> children) {
    List<Integer> places = new ArrayList<>();
    if (shares.get(0).name().isEmpty()) {
      if (shares.size() != children.size()) {
        throw new IllegalArgumentException(
            "weights has "
                + shares.size()
                + " shares but must have one for each of the "
                + children.size()
                + " children: "
                + String.join(", ", children));
      }
      for (int child = 0; child < children.size(); child++) {
        places.add(child);
      }
      return places;
    }
    Set<String> unnamed = new LinkedHashSet<>(children);
    for (Share share : shares) {
      int child = children.indexOf(share.name());
      if (child < 0 && !share.name().equals(NOTHING)) {
        throw new IllegalArgumentException(
            "weights was '"
                + share.name()
                + "' but must name a child; supported: "
                + String.join(", ", children)
                + ", "
                + NOTHING);
      }
      unnamed.remove(share.name());
      places.add(child < 0 ? NO_CHILD : child);
    }
    if (!unnamed.isEmpty()) {
      throw new IllegalArgumentException(
          "weights has no share for the child " + String.join(", ", unnamed));
    }
    return places;
  }
}
