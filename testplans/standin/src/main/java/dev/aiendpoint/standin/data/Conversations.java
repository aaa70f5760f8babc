package dev.aiendpoint.standin.data;

import dev.aiendpoint.standin.ai.AiRequest.Message;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The tables of chats. Safe for use by many threads. */
public final class Conversations {

  private final Database database;

  public Conversations(Database database) {
    this.database = database;
  }

  /** Begins a chat of a user. */
  public void begin(String id, String user) throws SQLException {
    database.update("INSERT INTO conversation (id, user_id) VALUES (?, ?)", id, user);
  }

  /** Whose chat it is; empty for an unknown one. */
  public Optional<String> owner(String id) throws SQLException {
    return database.first(
        row -> row.getString(1), "SELECT user_id FROM conversation WHERE id = ?", id);
  }

  /** The last messages of a chat, oldest first. */
  public List<Message> last(String id, int most) throws SQLException {
    List<Message> newestFirst =
        database.query(
            row -> new Message(row.getString("author"), row.getString("text")),
            "SELECT author, text FROM chat_message WHERE conversation = ?"
                + " ORDER BY number DESC LIMIT ?",
            id,
            most);
    List<Message> messages = new ArrayList<>(newestFirst);
    Collections.reverse(messages);
    return messages;
  }

  /** Adds a message to a chat. */
  public void add(String id, Message message) throws SQLException {
    database.update(
        "INSERT INTO chat_message (conversation, author, text) VALUES (?, ?, ?)",
        id,
        message.role(),
        message.text());
  }
}
