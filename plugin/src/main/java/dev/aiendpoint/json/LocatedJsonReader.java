package dev.aiendpoint.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads strict JSON (RFC 8259) and keeps where every value stands in the file. */
public final class LocatedJsonReader {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private LocatedJsonReader(String file) {
    this.file = file;
  }

  /**
   * Reads one JSON value that is the whole text.
   *
   * @param file name to use in messages
   * @throws InvalidFileException when the text is not JSON, or names a member twice
   */
  public static LocatedJson read(String file, String text) throws InvalidFileException {
    return new LocatedJsonReader(file).read(text);
  }

  private LocatedJson read(String text) throws InvalidFileException {
    LocatedJson value = null;
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        problems.add(new Problem(file, 1, 1, "the file is empty but must hold a JSON object"));
      } else {
        value = value(parser);
        if (parser.nextToken() != null) {
          LocatedJson.Place place = place(parser);
          report(place, "text after the end of the JSON value");
        }
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      report(
          new LocatedJson.Place(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()),
          "not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("reading from a string cannot fail", e);
    }
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return value;
  }

  private LocatedJson value(JsonParser parser) throws IOException {
    LocatedJson.Place place = place(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser, place);
      case START_ARRAY -> items(parser, place);
      case VALUE_STRING -> new LocatedJson.Text(place, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new LocatedJson.Number(place, parser.getDoubleValue(), parser.getText());
      case VALUE_TRUE -> new LocatedJson.Bool(place, true);
      case VALUE_FALSE -> new LocatedJson.Bool(place, false);
      default -> new LocatedJson.Null(place);
    };
  }

  private LocatedJson members(JsonParser parser, LocatedJson.Place place) throws IOException {
    Map<String, LocatedJson.Member> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      LocatedJson.Place namePlace = place(parser);
      String name = parser.currentName();
      parser.nextToken();
      if (members.put(name, new LocatedJson.Member(namePlace, value(parser))) != null) {
        report(namePlace, "member '" + name + "' stands here a second time");
      }
    }
    return new LocatedJson.Members(place, members);
  }

  private LocatedJson items(JsonParser parser, LocatedJson.Place place) throws IOException {
    List<LocatedJson> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new LocatedJson.Items(place, items);
  }

  private void report(LocatedJson.Place place, String message) {
    problems.add(new Problem(file, place.line(), place.column(), message));
  }

  private static LocatedJson.Place place(JsonParser parser) {
    JsonLocation at = parser.currentTokenLocation();
    return new LocatedJson.Place(at.getLineNr(), at.getColumnNr());
  }
}
