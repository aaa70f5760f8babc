package dev.aiendpoint.json;

import java.util.List;
import java.util.Map;

/** A JSON value of a file that a user wrote, with its place in the file. Immutable. */
public sealed interface LocatedJson {

  /** Where the value begins; of a member, where its name begins. */
  Place place();

  /** The value as the user would name it in a message. */
  String display();

  /**
   * @param line from 1
   * @param column from 1
   */
  record Place(int line, int column) {}

  /** An object; members in file order. */
  record Members(Place place, Map<String, Member> members) implements LocatedJson {
    @Override
    public String display() {
      return "{…}";
    }
  }

  /**
   * A member of an object.
   *
   * @param namePlace where the name begins
   */
  record Member(Place namePlace, LocatedJson value) {}

  /** An array. */
  record Items(Place place, List<LocatedJson> items) implements LocatedJson {
    @Override
    public String display() {
      return "[…]";
    }
  }

  /** A string. */
  record Text(Place place, String value) implements LocatedJson {
    @Override
    public String display() {
      return value;
    }
  }

  /** A number; {@code literal} as written. */
  record Number(Place place, double value, String literal) implements LocatedJson {
    @Override
    public String display() {
      return literal;
    }
  }

  /** A boolean. */
  record Bool(Place place, boolean value) implements LocatedJson {
    @Override
    public String display() {
      return Boolean.toString(value);
    }
  }

  /** JSON null. */
  record Null(Place place) implements LocatedJson {
    @Override
    public String display() {
      return "null";
    }
  }
}
