package dev.aiendpoint.jmeter;

import dev.aiendpoint.choice.ShuffledDeck;
import dev.aiendpoint.choice.Weights;
import dev.aiendpoint.choice.WeightsParser;
import java.util.List;
import java.util.Locale;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.threads.JMeterContextService;

/**
 * A controller that runs one of its children each time it is entered, or none, by weights.
 *
 * <p>It deals from a shuffled deck instead of throwing dice, so that the shares come out in short
 * runs too. All users draw from one deck, or each user from one of its own: then no user gets far
 * more of one child than its share, which keeps it below a limit per user.
 *
 * <p>JMeter clones a controller for each user; the deck of the run is shared between clones.
 */
public class AiChoice extends GenericController implements TestStateListener {

  private static final long serialVersionUID = 1L;

  public static final String WEIGHTS = "AiChoice.weights";
  public static final String DECK = "AiChoice.deck";
  public static final String SEED = "AiChoice.seed";

  public static final String DEFAULT_DECK = "run";
  public static final String DEFAULT_SEED = "1";

  /** Values of {@link #DECK}. */
  public static final List<String> DECKS = List.of("run", "user");

  static {
    Settings.publish();
  }

  private transient Shared shared = new Shared();
  private transient List<Integer> children;
  private transient ShuffledDeck deck;

  /** What the clones of one controller have in common. */
  private static final class Shared {
    private volatile Weights weights;
    private volatile ShuffledDeck deck;
  }

  /** Refuses the plan when the settings cannot be read. */
  @Override
  public void testStarted() {
    try {
      shared.weights = WeightsParser.parse(getPropertyAsString(WEIGHTS));
      shared.deck = new ShuffledDeck(shared.weights, seed());
      isOfUser();
    } catch (IllegalArgumentException e) {
      RunExit.refuse(getName() + ": " + e.getMessage());
    }
  }

  private long seed() {
    String text = getPropertyAsString(SEED, DEFAULT_SEED).trim();
    if (!text.matches("-?\\d{1,18}")) {
      throw new IllegalArgumentException("seed was '" + text + "' but must be a whole number");
    }
    return Long.parseLong(text);
  }

  private boolean isOfUser() {
    String text = getPropertyAsString(DECK, DEFAULT_DECK).trim().toLowerCase(Locale.ROOT);
    if (!DECKS.contains(text)) {
      throw new IllegalArgumentException(
          "deck was '" + text + "' but must be known; supported: " + String.join(", ", DECKS));
    }
    return text.equals("user");
  }

  @Override
  public Sampler next() {
    if (isFirst()) {
      current = draw();
    }
    return super.next();
  }

  private int draw() {
    if (deck == null) {
      try {
        children =
            shared.weights.resolve(getSubControllers().stream().map(TestElement::getName).toList());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(getName() + ": " + e.getMessage(), e);
      }
      deck = isOfUser() ? new ShuffledDeck(shared.weights, seedOfUser()) : shared.deck;
    }
    int child = children.get(deck.draw());
    return child == Weights.NO_CHILD ? Integer.MAX_VALUE : child;
  }

  private long seedOfUser() {
    // Far apart, so that no two users draw in step.
    return seed() + 0x9E3779B97F4A7C15L * (1 + JMeterContextService.getContext().getThreadNum());
  }

  /** The chosen child is done; the others are not for this time. */
  @Override
  protected void incrementCurrent() {
    current = Integer.MAX_VALUE;
  }

  @Override
  public Object clone() {
    AiChoice clone = (AiChoice) super.clone();
    clone.shared = shared;
    return clone;
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    // The next start makes new decks.
  }

  @Override
  public void testEnded(String host) {
    // The next start makes new decks.
  }

  @Override
  protected Object readResolve() {
    super.readResolve();
    shared = new Shared();
    return this;
  }
}
