package dev.aiendpoint.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.json.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseProfileReaderTest {

  @Test
  void shouldListAllProblemsWithLineAndColumnWhenThereAreSeveral() {
    List<Problem> problems =
        problems(
            """
            {
              "name": "My Profile",
              "curency": "KRW",
              "outcome": [
                { "id": "a", "when": { "statsu": 503 }, "then": "FALBACK" },
                { "id": "a", "when": { "body": { "matches": "(" } }, "then": "FALLBACK" },
                { "id": "b", "when": { "json": { "path": "$..x", "exists": true } },
                  "then": "FALLBACK" }
              ]
            }
            """);
    assertThat(problems)
        .extracting(Problem::toString)
        .satisfiesExactly(
            p -> assertThat(p).startsWith("p.json:2:11: name was 'My Profile' but must be"),
            p ->
                assertThat(p)
                    .startsWith("p.json:3:3: profile: unknown member 'curency'")
                    .contains("did you mean 'currency'?"),
            p ->
                assertThat(p)
                    .startsWith("p.json:5:28: when: unknown member 'statsu'")
                    .contains("did you mean 'status'?"),
            p ->
                assertThat(p)
                    .startsWith("p.json:5:53: then was 'FALBACK' but must be")
                    .contains("did you mean 'FALLBACK'?")
                    .contains("supported: GENERATED, CACHED"),
            p ->
                assertThat(p)
                    .startsWith("p.json:6:13: id was 'a' but must be unique")
                    .contains("line 5"),
            p ->
                assertThat(p)
                    .startsWith("p.json:6:49: body.matches was '(' but must be a regular expr"),
            p ->
                assertThat(p)
                    .startsWith("p.json:7:46: json.path: path was '$..x' but must be")
                    .contains("descendants"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no rules | {'name':'p'} | has no rules",
        "an empty list of rules | {'name':'p','outcome':[]} | outcome had 0 values",
        "no name | {'outcome':[R]} | name is missing",
        "not an object | [] | profile was '[…]' but must be an object",
        "a rule without then | {'name':'p','outcome':[{'id':'x','when':{'status':500}}]} "
            + "| then is missing",
        "prices without currency | {'name':'p','outcome':[R],'prices':{'inputPer1000':1,"
            + "'outputPer1000':1}} | currency is missing",
        "a negative price | {'name':'p','outcome':[R],'currency':'KRW','prices':"
            + "{'inputPer1000':-1,'outputPer1000':1}} | prices.inputPer1000 was '-1'",
        "a price that is missing | {'name':'p','outcome':[R],'currency':'KRW','prices':"
            + "{'inputPer1000':1}} | prices.outputPer1000 is missing",
        "a currency's symbol | {'name':'p','outcome':[R],'currency':'$'} | ISO 4217",
        "a cost that leads to many | {'name':'p','outcome':[R],'cost':[{'json':'$.a.*'}]} "
            + "| without wildcards",
        "a cost from nowhere | {'name':'p','outcome':[R],'cost':[{}]} | supported: json, header",
        "a circuit without kind of evidence | {'name':'p','circuit':[{'id':'x','when':"
            + "{'status':503},'then':'OPEN'}]} | supported: CLOSED explicit, CLOSED inferred",
        "a cache word of an outcome rule | {'name':'p','outcome':[{'id':'x','when':"
            + "{'status':200},'then':'HIT'}]} | then was 'HIT'",
        "an outcome that only plans can say | {'name':'p','outcome':[{'id':'x','when':"
            + "{'status':200},'then':'ASSERTION_FAILED'}]} | then was 'ASSERTION_FAILED'",
        "success over an error | {'name':'p','outcome':[{'id':'x','when':{'error':'x'},"
            + "'then':'SERVED'}]} | no success where",
        "success over a failure | {'name':'p','outcome':[{'id':'x','when':{'failure':'TIMEOUT'},"
            + "'then':'SERVED'}]} | no success where",
        "a message on a success | {'name':'p','outcome':[{'id':'x','when':{'status':200},"
            + "'then':'SERVED','message':'m'}]} | a success has no message",
        "a message on a cache rule | {'name':'p','cache':[{'id':'x','when':{'status':200},"
            + "'then':'HIT','message':'m'}]} | outcome rules only",
        "a star in the middle of a header | {'name':'p','cache':[{'id':'x','when':{'header':"
            + "{'name':'X-*-Cache','exists':true}},'then':'HIT'}]} | one '*' at its very end",
        "a star with next to nothing before it | {'name':'p','cache':[{'id':'x','when':"
            + "{'header':{'name':'X-*','exists':true}},'then':'HIT'}]} | 4 or more characters",
        "a cost in many headers | {'name':'p','outcome':[R],'cost':[{'header':'X-Cost-*'}]} "
            + "| the name of a header",
        "a message with many headers | {'name':'p','outcome':[{'id':'x','when':{'status':500},"
            + "'then':'SERVER_ERROR','message':'{header:X-Cost-*}'}]} | names a header",
        "an evidence class | {'name':'p','cache':[{'id':'x','when':{'status':200},"
            + "'then':'HIT','evidence':'X'}]} | supported: V, 3P, U",
      })
  void shouldNameTheProblemWhenAMemberIsWrong(String sentence, String text, String message) {
    String rule = "{'id':'r','when':{'status':503},'then':'FALLBACK'}";
    assertThat(problems(text.replace("[R]", "[" + rule + "]").replace('\'', '"')))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains(message);
              assertThat(problem.line()).isPositive();
              assertThat(problem.column()).isPositive();
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | at least one condition",
        "{'status':'6xx'} | supported: 503, 5xx, 200-299",
        "{'status':[200,'299-200']} | the smaller first",
        "{'status':42} | supported: 503",
        "{'header':{'equals':'x'}} | header.name is missing",
        "{'header':{'name':'a b','exists':true}} | the name of a header",
        "{'header':{'name':'A'}} | header tests nothing",
        "{'header':{'name':'A','absent':true,'equals':'x'}} | must not stand beside",
        "{'header':{'name':'A','exists':false}} | header.exists was 'false' but must be true",
        "{'header':{'name':'A','number':'many'}} | a comparison with a number",
        "{'json':{'exists':true}} | json.path is missing",
        "{'json':{'path':'$.a','equals':null}} | null: use absent",
        "{'body':''} | a text of 1 to 300",
        "{'body':{'matches':'(a+)+'}} | repeats no group without a bound",
        "{'body':{'matches':'(?:ab){2,}'}} | repeats no group without a bound",
        "{'usage':'some'} | supported: reported, none, zero",
        "{'usage':{'output':'0'}} | a comparison with a number",
        "{'stream':'yes'} | true or false",
        "{'contentType':'json'} | a media type",
        "{'failure':'SLOW'} | supported: CONNECTION, TIMEOUT",
        "{'anyOf':{'status':1}} | must be an array",
        "{'not':{'not':{'not':{'not':{'not':{'not':{'status':1}}}}}}} | deeper than 6",
      })
  void shouldNameTheProblemWhenAConditionIsWrong(String when, String message) {
    String text = "{'name':'p','outcome':[{'id':'x','when':" + when + ",'then':'FALLBACK'}]}";
    assertThat(problems(text.replace('\'', '"')))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains(message));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{header:Set-Cookie} | the header Set-Cookie is never printed",
        "{header:authorization} | the header authorization is never printed",
        "{header:X-Api-Key} | the header X-Api-Key is never printed",
        "{header:X-Auth-Token} | the header X-Auth-Token is never printed",
        "{$.data.accessToken} | the member accessToken is never printed",
        "{$['api_key']} | the member api_key is never printed",
        "{header:} | names a header",
        "{$.a[} | valid paths",
        "{status | closed with",
        "{code} | supported: {status}, {error}, {header:Name}, {$.path}",
      })
  void shouldRefuseTheMessageWhenAPlaceholderIsSecretOrWrong(String template, String message) {
    String text =
        """
        {"name":"p","outcome":[{"id":"x","when":{"status":503},"then":"FALLBACK",
          "message":"why: %s"}]}"""
            .formatted(template);
    assertThat(problems(text))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains(message);
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.column()).isEqualTo(13);
            });
  }

  @Test
  void shouldReadEverythingWhenAllIsGiven() throws Exception {
    ResponseProfile profile =
        ResponseProfileReader.read(
            "p.json",
            """
            {"$schema":"./profile.schema.json","name":"p","description":"d","sources":["s"],
             "currency":"EUR","prices":{"inputPer1000":1,"outputPer1000":2,
               "cachedInputPer1000":0.5,"inputIncludesCached":false},
             "wireFormat":"openai-chat","usage":[{"input":"$.i","output":"$.o",
               "cachedInput":"$.c","reasoning":"$.r"}],
             "cost":[{"json":"$.cost"},{"header":"X-Cost"}],
             "outcome":[{"id":"a","when":{"status":["5xx",404,"200-299"],"stream":false,
               "contentType":["application/json","text/*"],"failure":["TIMEOUT"],
               "usage":{"input":"> 0","output":["= 0","> 9"]},"error":{"absent":true},
               "allOf":[{"usage":"zero"}],"anyOf":[{"body":["x","y"]}],
               "not":{"json":{"path":"$.a","contains":"b","number":"!= 4"}}},
               "then":"FALLBACK","message":"{status}","evidence":"3P","source":"s"}],
             "cache":[{"id":"b","when":{"header":{"name":"A","absent":true}},"then":"BYPASS"}],
             "circuit":[{"id":"c","when":{"usage":"none"},"then":"UNKNOWN"}]}
            """);
    assertThat(profile.name()).isEqualTo("p");
    assertThat(profile.description()).isEqualTo("d");
    assertThat(profile.currency()).isEqualTo("EUR");
    assertThat(profile.hasPrices()).isTrue();
    assertThat(profile.wireFormat()).isEqualTo("openai-chat");
    assertThat(profile.ruleIds()).containsExactly("a", "b", "c");
  }

  @Test
  void shouldSayTheSameAsTheSchemaWhenItNamesMembers() throws Exception {
    JsonView schema =
        JsonView.parse(Files.readString(Path.of("../data/profiles/profile.schema.json")))
            .orElseThrow();
    JsonView definitions = schema.get("$defs");
    assertThat(names(schema)).containsExactlyInAnyOrderElementsOf(ResponseProfileReader.MEMBERS);
    for (String rule : List.of("outcomeRule", "cacheRule", "circuitRule")) {
      assertThat(names(definitions.get(rule)))
          .as(rule)
          .isSubsetOf(ResponseProfileReader.RULE_MEMBERS)
          .contains("id", "when", "then", "evidence", "source");
    }
    assertThat(names(definitions.get("when")))
        .containsExactlyInAnyOrderElementsOf(ConditionReader.MEMBERS);
    assertThat(names(definitions.get("headerTest")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("name"), ConditionReader.TESTS.stream()).toList());
    assertThat(names(definitions.get("jsonTest")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("path"), ConditionReader.TESTS.stream()).toList());
    assertThat(names(definitions.get("prices")))
        .containsExactlyInAnyOrderElementsOf(ResponseProfileReader.PRICE_MEMBERS);
    assertThat(names(definitions.get("usage")))
        .containsExactlyInAnyOrderElementsOf(ResponseProfileReader.USAGE_MEMBERS);
  }

  private static Iterable<String> names(JsonView definition) {
    return definition.get("properties").members().keySet();
  }

  private static List<Problem> problems(String text) {
    return catchThrowableOfType(
            InvalidFileException.class, () -> ResponseProfileReader.read("p.json", text))
        .problems();
  }
}
