package dev.aiendpoint.standin.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiendpoint.standin.cache.AnswerCache;
import dev.aiendpoint.standin.data.FeedbackTable;
import dev.aiendpoint.standin.data.Organization;
import dev.aiendpoint.standin.data.Organizations;
import dev.aiendpoint.standin.data.SavedPrograms;
import dev.aiendpoint.standin.http.Call;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Saving a programme, a company's profile, feedback on AI answers. */
public final class WriteEndpoints {

  private static final Set<String> SERVICES = Set.of("MATCH_EXPLANATION", "QA_CHAT");
  private static final Set<String> RATINGS = Set.of("HELPFUL", "NOT_HELPFUL");
  private static final Set<String> FEEDBACK_FIELDS =
      Set.of("serviceType", "resourceId", "rating", "comment");
  private static final Set<String> PROFILE_FIELDS = Set.of("trl", "industry");

  private record Saves(boolean success, List<SavedPrograms.Saved> programs) {}

  private final ProgramEndpoints programs;
  private final SavedPrograms saved;
  private final LostWrites lost;
  private final Organizations organizations;
  private final AnswerCache<Optional<Organization>> profiles;
  private final FeedbackTable feedback;
  private final Clock clock;

  public WriteEndpoints(
      ProgramEndpoints programs,
      SavedPrograms saved,
      LostWrites lost,
      Organizations organizations,
      AnswerCache<Optional<Organization>> profiles,
      FeedbackTable feedback,
      Clock clock) {
    this.programs = programs;
    this.saved = saved;
    this.lost = lost;
    this.organizations = organizations;
    this.profiles = profiles;
    this.feedback = feedback;
    this.clock = clock;
  }

  /** {@code POST /api/programs/{id}/save}: 201, or 200 when it is saved already. */
  public void save(Call call) throws Exception {
    String program = call.parameter(0);
    String user = call.user().id();
    if (programs.find(program).value().isEmpty()) {
      call.error(404, "Program not found");
      return;
    }
    boolean again = saved.holds(user, program);
    if (!lost.loses(user, program)) {
      saved.save(user, program, clock.millis());
    }
    call.json(again ? 200 : 201, Map.of("success", true, "programId", program, "saved", true));
  }

  /** {@code GET /api/programs/saved}: what the user saved, straight from the database. */
  public void saves(Call call) throws Exception {
    call.json(200, new Saves(true, saved.of(call.user().id())));
  }

  /** {@code GET /api/organizations/{id}}: one's own company, cached 30 min. */
  public void profile(Call call) throws Exception {
    String id = call.parameter(0);
    if (own(call, id)) {
      var found = profiles.get(id, () -> organizations.find(id));
      call.header(ProgramEndpoints.CACHE_HEADER, String.valueOf(found.hit()))
          .json(200, found.value().orElseThrow());
    }
  }

  /** {@code POST /api/organizations/{id}}: changes one's own company. */
  public void update(Call call) throws Exception {
    String id = call.parameter(0);
    if (!own(call, id)) {
      return;
    }
    Optional<JsonNode> body = call.body();
    int trl = body.map(b -> b.path("trl").asInt(0)).orElse(0);
    String industry = text(body, "industry");
    if (trl < 1 || trl > 9 || industry.isBlank() || industry.length() > 100) {
      call.error(400, "trl must be 1 to 9, and industry a text of 1 to 100 characters");
      return;
    }
    String unknown = unknownField(body, PROFILE_FIELDS);
    if (!unknown.isEmpty()) {
      call.error(400, "unknown field " + unknown);
      return;
    }
    Organization changed = new Organization(id, trl, industry);
    organizations.update(changed);
    profiles.evict(id);
    call.json(200, Map.of("success", true, "organization", changed));
  }

  private boolean own(Call call, String id) throws Exception {
    if (id.equals(call.user().organization())) {
      return true;
    }
    if (organizations.find(id).isEmpty()) {
      call.error(404, "Organization not found");
    } else {
      call.error(403, "Forbidden");
    }
    return false;
  }

  /** {@code POST /api/ai-feedback}, which wants no session: 201, or 400. */
  public void feedback(Call call) throws Exception {
    Optional<JsonNode> body = call.body();
    String service = text(body, "serviceType");
    String resource = text(body, "resourceId");
    String rating = text(body, "rating");
    String comment = text(body, "comment");
    String unknown = unknownField(body, FEEDBACK_FIELDS);
    if (body.isEmpty()) {
      call.error(400, "the body must be a JSON object");
    } else if (!SERVICES.contains(service)) {
      call.error(400, "serviceType must be MATCH_EXPLANATION or QA_CHAT");
    } else if (resource.isBlank() || resource.length() > 100) {
      call.error(400, "resourceId must be a text of 1 to 100 characters");
    } else if (!RATINGS.contains(rating)) {
      call.error(400, "rating must be HELPFUL or NOT_HELPFUL");
    } else if (comment.length() > 4_000) {
      call.error(400, "comment must have at most 4000 characters");
    } else if (!unknown.isEmpty()) {
      call.error(400, "unknown field " + unknown);
    } else {
      String id = "fb_" + UUID.randomUUID();
      feedback.add(id, service, resource, rating, comment.isEmpty() ? null : comment);
      call.json(201, Map.of("success", true, "feedbackId", id));
    }
  }

  private static String text(Optional<JsonNode> body, String field) {
    return body.map(b -> b.path(field))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .orElse("");
  }

  /** The first field that is not known; empty text without one. */
  private static String unknownField(Optional<JsonNode> body, Set<String> known) {
    if (body.isPresent()) {
      for (var names = body.get().fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!known.contains(name)) {
          return name;
        }
      }
    }
    return "";
  }
}
