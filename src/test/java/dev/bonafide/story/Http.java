package dev.bonafide.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * Requests to the two listeners; every answer is held against the API description where that lies
 * beside the project.
 */
final class Http {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int publicPort;
    private final int adminPort;
    private boolean described = true;

    Http(int publicPort, int adminPort) {
        this.publicPort = publicPort;
        this.adminPort = adminPort;
    }

    Answer get(String path, Map<String, String> headers) {
        return send("GET", publicPort, path, headers, "");
    }

    Answer post(String path, Map<String, String> headers, String json) {
        return send("POST", publicPort, path, headers, json);
    }

    Answer delete(String path, Map<String, String> headers, String json) {
        return send("DELETE", publicPort, path, headers, json);
    }

    Answer admin(String method, String path, String json) {
        return send(method, adminPort, path, Map.of(), json);
    }

    /** Any other method on the public listener. */
    Answer open(String method, String path, Map<String, String> headers) {
        return send(method, publicPort, path, headers, "");
    }

    /** From now on answers are not held against the description: for thousands of the same. */
    void unchecked() {
        described = false;
    }

    void checked(String method, String path, Answer answer) {
        if (described) {
            WireContract.check(method, path, answer);
        }
    }

    int publicPort() {
        return publicPort;
    }

    int adminPort() {
        return adminPort;
    }

    private Answer send(
            String method, int port, String path, Map<String, String> headers, String json) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "application/json")
                        .method(
                                method,
                                json.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
            checked(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
