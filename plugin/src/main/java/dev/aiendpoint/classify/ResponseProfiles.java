package dev.aiendpoint.classify;

import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.json.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds response profiles: the bundled ones by name, others by file. Thread-safe. */
public final class ResponseProfiles {

  /** Where the build puts {@code data/profiles} in the jar. */
  private static final String RESOURCES = "/dev/aiendpoint/profiles/";

  private static final List<String> BUNDLED =
      List.of(
          "anthropic",
          "apisix",
          "azure-openai",
          "bedrock",
          "cloudflare-ai-gateway",
          "connect",
          "envoy-ai-gateway",
          "gemini",
          "generic",
          "helicone",
          "kong-ai-gateway",
          "litellm",
          "openai",
          "openrouter",
          "portkey",
          "vercel-ai-gateway");
  private static final int MAX_BYTES = 1024 * 1024;

  private ResponseProfiles() {}

  /** Names of the profiles in the jar, sorted. */
  public static List<String> bundledNames() {
    return BUNDLED;
  }

  /**
   * Loads a profile.
   *
   * @param nameOrFile a bundled name such as {@code connect}, or a JSON file
   * @param folders where to look for a relative file, in order
   * @throws InvalidFileException when there is no such profile, or it has problems
   */
  public static ResponseProfile load(String nameOrFile, List<Path> folders)
      throws InvalidFileException {
    if (BUNDLED.contains(nameOrFile)) {
      return ResponseProfileReader.read(nameOrFile + ".json", bundled(nameOrFile));
    }
    Optional<Path> file = file(nameOrFile, folders);
    if (file.isEmpty()) {
      throw invalid(
          nameOrFile,
          "profile was '"
              + nameOrFile
              + "' but must be a bundled name or a file"
              + NearestWord.hint(nameOrFile, BUNDLED)
              + "; supported: "
              + String.join(", ", BUNDLED)
              + (folders.isEmpty() ? "" : "; looked for a file in: " + joined(folders)));
    }
    try (InputStream in = Files.newInputStream(file.get())) {
      return ResponseProfileReader.read(nameOrFile, text(nameOrFile, in));
    } catch (IOException e) {
      throw invalid(nameOrFile, "profile cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static String bundled(String name) throws InvalidFileException {
    try (InputStream in = ResponseProfiles.class.getResourceAsStream(RESOURCES + name + ".json")) {
      if (in == null) {
        throw invalid(name, "the bundled profile is missing from the plugin's jar");
      }
      return text(name, in);
    } catch (IOException e) {
      throw invalid(name, "the bundled profile cannot be read from the plugin's jar");
    }
  }

  private static Optional<Path> file(String name, List<Path> folders) {
    try {
      Path path = Path.of(name);
      if (name.isBlank()) {
        return Optional.empty();
      }
      if (path.isAbsolute()) {
        return Optional.of(path).filter(Files::isRegularFile);
      }
      return folders.stream()
          .map(folder -> folder.resolve(path))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String text(String name, InputStream in) throws IOException, InvalidFileException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw invalid(name, "profile is larger than 1 MiB");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw invalid(name, "profile is not UTF-8 text");
    }
  }

  private static String joined(List<Path> folders) {
    return String.join(", ", folders.stream().map(Path::toString).toList());
  }

  private static InvalidFileException invalid(String file, String message) {
    return new InvalidFileException(List.of(new Problem(file, 0, 0, message)));
  }
}
