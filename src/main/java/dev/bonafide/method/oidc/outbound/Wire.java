package dev.bonafide.method.oidc.outbound;

import dev.bonafide.method.oidc.outbound.OutboundRefused.Reason;
import dev.bonafide.method.oidc.outbound.Policy.ForbiddenAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with everything off that a client does by itself: redirects, retries, cookies,
 * compression (a small answer that unpacks into a large one), proxies of the environment. No
 * connection is used twice, so that each is to an address that was looked at under today's policy.
 */
final class Wire {
    /** The policy of the call that the current thread makes; the resolver is not told of one. */
    private static final ScopedValue<Policy> POLICY = ScopedValue.newInstance();

    private static final int LINE = 16 * 1024;
    private static final int HEADERS = 100;

    private final CloseableHttpClient client;

    Wire(Names names) {
        client =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setDnsResolver(new Looked(names))
                                        .setConnectionFactory(connections())
                                        .setConnectionConfigResolver(Wire::connection)
                                        .setMaxConnTotal(Outbound.THREADS)
                                        .setMaxConnPerRoute(Outbound.OF_ONE_HOST)
                                        .build())
                        .setConnectionReuseStrategy((request, response, context) -> false)
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .setUserAgent("Bonafide")
                        .build();
    }

    private static ManagedHttpClientConnectionFactory connections() {
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                        Http1Config.custom()
                                .setMaxLineLength(LINE)
                                .setMaxHeaderCount(HEADERS)
                                .build())
                .build();
    }

    private static ConnectionConfig connection(HttpRoute route) {
        OutboundSettings settings = POLICY.get().settings();
        return ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.timeout()))
                .build();
    }

    static HttpUriRequestBase request(Policy policy) {
        Ask ask = policy.ask();
        String form = ask.form();
        HttpUriRequestBase request =
                form == null ? new HttpGet(ask.uri()) : new HttpPost(ask.uri());
        ask.headers().forEach(request::setHeader);
        if (form != null) {
            request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        }
        Timeout limit = Timeout.of(policy.settings().timeout());
        request.setConfig(
                RequestConfig.custom()
                        .setResponseTimeout(limit)
                        .setConnectionRequestTimeout(limit)
                        .build());
        return request;
    }

    Told call(Policy policy, HttpUriRequestBase request) throws OutboundRefused {
        try {
            return ScopedValue.where(POLICY, policy)
                    .call(() -> client.execute(request, answer -> told(policy, answer)));
        } catch (OutboundRefused refused) {
            throw refused;
        } catch (ForbiddenAddress forbidden) {
            throw new OutboundRefused(Reason.FORBIDDEN, String.valueOf(forbidden.getMessage()));
        } catch (IOException e) {
            throw failed(policy, e.getClass().getSimpleName());
        }
    }

    private static Told told(Policy policy, ClassicHttpResponse answer) throws IOException {
        int status = answer.getCode();
        if (status >= 300 && status < 400) {
            throw failed(policy, "a redirect, which is not followed");
        }
        HttpEntity entity = answer.getEntity();
        String type = entity == null ? null : entity.getContentType();
        return new Told(status, type == null ? "" : type, body(policy, entity));
    }

    private static String body(Policy policy, @Nullable HttpEntity entity) throws IOException {
        int limit = policy.settings().maxBytes();
        byte[] bytes = entity == null ? new byte[0] : read(entity, limit + 1);
        if (bytes.length > limit) {
            throw failed(policy, "an answer of more than " + limit + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] read(HttpEntity entity, int most) throws IOException {
        InputStream content = entity.getContent();
        return content == null ? new byte[0] : content.readNBytes(most);
    }

    private static OutboundRefused failed(Policy policy, String why) {
        return new OutboundRefused(
                Reason.FAILED, "the call to " + policy.authority() + " failed: " + why);
    }

    void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** The only look at a name; what it returns is what is connected to. */
    private record Looked(Names names) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return POLICY.get().addresses(names, host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
