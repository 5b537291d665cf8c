package dev.bonafide.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Requests that no proper client would send. */
final class Raw {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Raw(int port) {
        this.port = port;
    }

    /**
     * A body with its type.
     *
     * @param type "" for no header
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Body(String type, byte[] bytes) {
        static final Body NONE = new Body("", new byte[0]);
    }

    Answer send(String method, String path, Map<String, String> headers, Body body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "application/json")
                        .method(method, BodyPublishers.ofByteArray(body.bytes()));
        if (!body.type().isEmpty()) {
            request.header("Content-Type", body.type());
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
