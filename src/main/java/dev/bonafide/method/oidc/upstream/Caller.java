package dev.bonafide.method.oidc.upstream;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import dev.bonafide.method.oidc.outbound.Ask;
import dev.bonafide.method.oidc.outbound.Outbound;
import dev.bonafide.method.oidc.outbound.OutboundRefused;
import dev.bonafide.method.oidc.outbound.Told;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts what the library wants to send through the guard: it opens no connection by itself.
 *
 * @param hosts {@code host:port} that this provider's calls may go to
 */
record Caller(Outbound outbound, Set<String> hosts)
        implements HTTPRequestSender, ResourceRetriever {
    private static final Map<String, String> JSON = Map.of("Accept", "application/json");

    Caller {
        hosts = Set.copyOf(hosts);
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        Map<String, String> headers = new HashMap<>(JSON);
        request.getHeaderMap().forEach((name, values) -> headers.put(name, joined(values)));
        String form = request.getMethod() == Method.POST ? request.getBody() : null;
        return response(outbound.call(new Ask(request.getURI(), hosts, headers, form)));
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        Told told = get(URI.create(url.toString()));
        return new Resource(told.body(), told.contentType());
    }

    /** A document without credentials. */
    Told get(URI uri) throws IOException {
        Told told = outbound.call(Ask.of(uri, hosts, JSON));
        if (told.status() != 200) {
            throw new IOException(Ask.authority(uri) + " answered " + told.status());
        }
        return told;
    }

    private static HTTPResponse response(Told told) throws IOException {
        HTTPResponse response = new HTTPResponse(told.status());
        response.setBody(told.body());
        try {
            response.setContentType(told.contentType().isEmpty() ? null : told.contentType());
        } catch (ParseException e) {
            throw new IOException("it answered with a content type that is none");
        }
        return response;
    }

    private static String joined(List<String> values) {
        return String.join(", ", values);
    }

    /** What it means for who wanted to log in that a call failed. */
    static UpstreamRefused failed(IOException e) {
        boolean busy =
                e instanceof OutboundRefused refused
                        && refused.reason() == OutboundRefused.Reason.BUSY;
        return new UpstreamRefused(
                busy ? Failure.OVERLOADED : Failure.UNREACHABLE, String.valueOf(e.getMessage()));
    }
}
