package dev.bonafide.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A built-in page, as a browser without scripts sees it. */
record Page(HttpResponse<String> answer, Document html) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Page get(TestServer server, String path, Map<String, String> headers) {
        String address = "http://127.0.0.1:" + server.http().publicPort() + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Page(answer, Jsoup.parse(answer.body(), address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    String text() {
        return html.body().text();
    }

    /** The one element that matches. */
    Element one(String selector) {
        List<Element> found = html.select(selector);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + selector + " in " + html);
        }
        return found.getFirst();
    }

    List<String> texts(String selector) {
        return html.select(selector).eachText();
    }
}
