package dev.bonafide.method.oidc.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The operator's Jsonnet over a provider's claims. */
class MapperTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** The shape of the files in Kratos' documentation. */
    private static final String KRATOS =
            """
            local claims = { email_verified: false } + std.extVar('claims');
            local known = std.extVar('identity');
            {
              identity: {
                traits: {
                  [if 'email' in claims && claims.email_verified then 'email' else null]: claims.email,
                  name: std.get(claims, 'given_name', 'nobody'),
                  was: std.length(known.traits),
                },
                metadata_public: { groups: claims.raw_claims.groups },
                verified_addresses: std.prune([
                  if claims.email_verified then { via: 'email', value: claims.email },
                ]),
              },
            }
            """;

    private static ObjectNode claims(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    private static String refusal(String source, ObjectNode claims) {
        MappingFailed failed =
                catchThrowableOfType(
                        MappingFailed.class, () -> new Mapper(source).identity(claims));
        assertThat(failed).as("it gave an identity").isNotNull();
        return String.valueOf(failed.getMessage());
    }

    @Test
    void aFileForKratosMapsClaimsAsThere() throws MappingFailed {
        assertThat(
                        new Mapper(KRATOS)
                                .identity(
                                        claims(
                                                """
                                                {"email":"é@x","email_verified":true,"raw_claims":{"groups":["a"]}}\
                                                """))
                                .toString())
                .isEqualTo(
                        """
                        {"metadata_public":{"groups":["a"]},"traits":{"email":"é@x","name":"nobody","was":0},\
                        "verified_addresses":[{"value":"é@x","via":"email"}]}\
                        """);
        assertThat(
                        new Mapper(KRATOS)
                                .identity(
                                        claims("{\"email\":\"a@x\",\"raw_claims\":{\"groups\":1}}"))
                                .path("traits")
                                .has("email"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    import '/etc/passwd'                          | import
                    importstr '/etc/passwd'                       | import
                    importstr 'file:///etc/passwd'                | import
                    importstr '../../../../etc/passwd'            | import
                    local f(x) = f(x + 1); f(0)                   |
                    local f(x) = 1 + f(x); f(0)                   |
                    [i * j for i in std.range(1, 1000) for j in std.range(1, 1000)] | steps
                    std.foldl(function(a, b) a + a, std.range(1, 18), 'x')          | longer
                    {identity: {traits: std.parseYaml('a: 1')}}   | built in
                    {identity: {traits: std.native('exec')('id')}} |
                    std.extVar('HOME')                            | Unknown extVar
                    std.extVar('claims').missing                  | missing
                    error 'no'                                    | no
                    {identity: {                                  | Expected
                    {identity: []}                                | no object
                    {traits: {}}                                  | no object
                    'text'                                        | no object
                    function(x) x                                 |
                    """)
    void aMapperThatGoesAstrayIsRefused(String source, String word) {
        assertThat(refusal(source, claims("{}"))).contains(word == null ? "" : word);
    }

    @Test
    void claimsAreNotQuotedInWhatIsSaid() {
        assertThat(refusal("std.extVar('claims').nothing", claims("{\"email\":\"secret@x\"}")))
                .doesNotContain("secret");
    }

    @Test
    void claimsWithoutEndAreNotMapped() {
        ObjectNode much = claims("{}");
        much.put("x", "x".repeat(70_000));
        assertThat(refusal("{identity: {}}", much)).contains("longer");
    }

    @Test
    void youngerFunctionsAreAtHand() throws MappingFailed {
        String source =
                """
                {identity: {
                  get: [std.get({a: 1}, 'a'), std.get({}, 'a'), std.get({}, 'a', 2), std.get({a:: 3}, 'a', 4, false)],
                  texts: [std.isEmpty(''), std.trim(' a '), std.equalsIgnoreCase('A', 'a')],
                  truths: [std.any([false, true]), std.all([]), std.all([false]), std.xor(true, false)],
                  lists: [std.contains([1], 1), std.sum([1, 2])],
                  objects: [std.objectKeysValues({k: 1}), std.objectRemoveKey({a: 1, b: 2}, 'a')],
                }}
                """;
        assertThat(new Mapper(source).identity(claims("{}")).toString())
                .isEqualTo(
                        """
                        {"get":[1,null,2,4],"lists":[true,3],"objects":[[{"key":"k","value":1}],{"b":2}],\
                        "texts":[true,"a",true],"truths":[true,true,false,true]}\
                        """);
    }

    /** Claims are a value of the program, never a part of it. */
    @ParameterizedTest
    @ValueSource(strings = {"\"+error 'x'+\"", "' + 1", "%(x)s", "\\u0022", "|||\n x\n|||"})
    void claimsAreNoCode(String text) throws MappingFailed {
        ObjectNode claims = claims("{}");
        claims.put("name", text);
        assertThat(
                        new Mapper("{identity: {traits: {name: std.extVar('claims').name}}}")
                                .identity(claims)
                                .path("traits")
                                .path("name")
                                .asString())
                .isEqualTo(text);
    }
}
