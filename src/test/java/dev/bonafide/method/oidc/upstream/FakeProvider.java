package dev.bonafide.method.oidc.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider on loopback that does what it should until a test tells it otherwise: any path can be
 * answered by the test, claims added or taken away, tokens made anew.
 */
public final class FakeProvider implements AutoCloseable {
    public static final String CLIENT = "bonafide";
    public static final String SECRET = "not-a-secret-of-anybody";

    private static final JsonMapper JSON = new JsonMapper();
    private static final RSAKey KEY = key("k1", 2048);

    private final HttpServer server;
    private final Map<String, Map<String, String>> begun = new ConcurrentHashMap<>();
    private final Map<String, Function<Asked, Answered>> answers = new ConcurrentHashMap<>();

    /** Everything that was asked, in order. */
    public final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** The discovery document, to be changed at will. */
    public final Map<String, Object> document = new TreeMap<>();

    /** Claims of the ID token beside those that have to be there; null takes one of those away. */
    public final Map<String, @Nullable Object> claims = new HashMap<>();

    /** What becomes of an ID token before it is given. */
    public UnaryOperator<String> token = UnaryOperator.identity();

    /** The published keys, as they are: nothing private is put here but by a test that means it. */
    public JWKSet keys = new JWKSet(KEY.toPublicJWK());

    /** A request as it came. */
    public record Asked(String path, Map<String, String> headers, Map<String, String> form) {}

    /** What is answered. */
    public record Answered(int status, Map<String, String> headers, String body) {
        public static Answered json(Object body) {
            return new Answered(
                    200, Map.of("Content-Type", "application/json"), JSON.writeValueAsString(body));
        }
    }

    public FakeProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        describe();
        on("/.well-known/openid-configuration", any -> Answered.json(document));
        on("/jwks", any -> Answered.json(keys.toJSONObject(false)));
        on("/token", this::tokens);
        on("/userinfo", any -> Answered.json(Map.of("sub", "somebody", "email", "a@example.org")));
    }

    private void describe() {
        document.put("issuer", issuer());
        document.put("authorization_endpoint", issuer() + "/authorize");
        document.put("token_endpoint", issuer() + "/token");
        document.put("userinfo_endpoint", issuer() + "/userinfo");
        document.put("jwks_uri", issuer() + "/jwks");
        document.put("response_types_supported", List.of("code"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a path otherwise from now on. */
    public void on(String path, Function<Asked, Answered> answer) {
        answers.put(path, answer);
    }

    /** How often a path was asked for. */
    public long times(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).count();
    }

    /** What a browser comes back with that was sent there, where somebody logged in. */
    public Map<String, String> loggedIn(URI authorization) {
        Map<String, String> request = single(authorization.getRawQuery());
        String code = "code-" + begun.size();
        begun.put(code, request);
        Map<String, String> answer = new HashMap<>();
        answer.put("code", code);
        answer.put("state", request.getOrDefault("state", ""));
        if (Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported"))) {
            answer.put("iss", issuer());
        }
        return answer;
    }

    /** A code is good once, with the verifier of its challenge and the client's secret. */
    private Answered tokens(Asked asked) {
        Map<String, String> request = begun.remove(asked.form().getOrDefault("code", ""));
        if (request == null || !isProven(request, asked.form().get("code_verifier"))) {
            return new Answered(
                    400,
                    Map.of("Content-Type", "application/json"),
                    "{\"error\":\"invalid_grant\"}");
        }
        Map<String, Object> given = new HashMap<>();
        given.put("access_token", "access");
        given.put("token_type", "Bearer");
        given.put("id_token", token.apply(idToken(request.get("nonce"))));
        return Answered.json(given);
    }

    private static boolean isProven(Map<String, String> request, @Nullable String verifier) {
        return verifier != null
                && "S256".equals(request.get("code_challenge_method"))
                && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                        .getValue()
                        .equals(request.get("code_challenge"));
    }

    /** A good one, but for {@link #claims}. */
    public String idToken(@Nullable String nonce) {
        return signed(claimsOf(nonce), KEY, JWSAlgorithm.RS256);
    }

    /** What a good one says, but for {@link #claims}. */
    public JWTClaimsSet claimsOf(@Nullable String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder said =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("somebody")
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce)
                        .claim("email", "a@example.org");
        claims.forEach(said::claim);
        return said.build();
    }

    /** Signs whatever it is given. */
    public static String signed(JWTClaimsSet claims, RSAKey key, JWSAlgorithm algorithm) {
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(
                    new RSASSASigner(key.toRSAPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The one whose public half is published. */
    public static RSAKey key() {
        return KEY;
    }

    public static RSAKey key(String id, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name, values.getFirst()));
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request = new Asked(exchange.getRequestURI().getPath(), headers, single(body));
            asked.add(request);
            answer(
                    exchange,
                    answers.getOrDefault(request.path(), any -> new Answered(404, Map.of(), ""))
                            .apply(request));
        }
    }

    private static void answer(HttpExchange exchange, Answered answered) throws IOException {
        byte[] body = answered.body().getBytes(StandardCharsets.UTF_8);
        answered.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answered.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static Map<String, String> single(@Nullable String query) {
        Map<String, String> single = new HashMap<>();
        URLUtils.parseParameters(query)
                .forEach((name, values) -> single.put(name, new ArrayList<>(values).getFirst()));
        return single;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
