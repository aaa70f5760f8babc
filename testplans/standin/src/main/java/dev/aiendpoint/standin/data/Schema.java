package dev.aiendpoint.standin.data;

import java.util.List;

/** The tables. */
final class Schema {

  static final List<String> STATEMENTS =
      List.of(
          """
          CREATE TABLE program (
            id VARCHAR(32) PRIMARY KEY,
            title VARCHAR(200) NOT NULL,
            agency VARCHAR(100) NOT NULL,
            field VARCHAR(60) NOT NULL,
            description VARCHAR(2000) NOT NULL,
            budget_krw BIGINT NOT NULL,
            deadline DATE NOT NULL)""",
          """
          CREATE TABLE organization (
            id VARCHAR(32) PRIMARY KEY,
            trl INT NOT NULL,
            industry VARCHAR(100) NOT NULL)""",
          """
          CREATE TABLE program_match (
            id VARCHAR(32) PRIMARY KEY,
            organization VARCHAR(32) NOT NULL REFERENCES organization,
            program VARCHAR(32) NOT NULL REFERENCES program,
            score INT NOT NULL,
            status VARCHAR(10) NOT NULL)""",
          "CREATE INDEX match_of_organization ON program_match (organization)",
          """
          CREATE TABLE saved_program (
            user_id VARCHAR(64) NOT NULL,
            program VARCHAR(32) NOT NULL REFERENCES program,
            saved_at BIGINT NOT NULL,
            PRIMARY KEY (user_id, program))""",
          """
          CREATE TABLE feedback (
            id VARCHAR(48) PRIMARY KEY,
            service_type VARCHAR(30) NOT NULL,
            resource_id VARCHAR(100) NOT NULL,
            rating VARCHAR(20) NOT NULL,
            comment VARCHAR(4000))""",
          """
          CREATE TABLE conversation (
            id VARCHAR(48) PRIMARY KEY,
            user_id VARCHAR(64) NOT NULL)""",
          """
          CREATE TABLE chat_message (
            number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            conversation VARCHAR(48) NOT NULL REFERENCES conversation,
            author VARCHAR(10) NOT NULL,
            text VARCHAR(20000) NOT NULL)""",
          "CREATE INDEX message_of_conversation ON chat_message (conversation)");

  private Schema() {}
}
