package dev.bonafide.ui;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.PageUrls;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.ui.text.Languages;
import dev.bonafide.ui.text.Texts;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes pages: template and model to bytes, with the headers that hold a page to what it needs.
 * Everything is escaped by default; a name that a template asks for and the model lacks is a fault.
 */
final class Writer {
    private final PebbleEngine engine = engine();
    private final Assets assets;
    private final Languages languages;
    private final Setting<PageUrls> urls;
    private final List<AuthenticationMethod> methods;

    Writer(
            Assets assets,
            Languages languages,
            Setting<PageUrls> urls,
            List<AuthenticationMethod> methods) {
        this.assets = assets;
        this.languages = languages;
        this.urls = urls;
        this.methods = List.copyOf(methods);
    }

    Texts texts(Call call) {
        return languages.of(call.header("Accept-Language").orElse(""));
    }

    /** A page; {@code signedIn} decides which links it offers. */
    Reply page(int status, String template, Call call, boolean signedIn, Map<String, ?> model) {
        Texts texts = texts(call);
        Map<String, Object> all = new HashMap<>(model);
        all.put("t", texts);
        all.put("assets", assets);
        all.put("urls", urls.get());
        all.put("signedIn", signedIn);
        return new Reply(status, headers(texts), written(template, all));
    }

    /** The same endpoint, whose refusals are pages for who reads pages. */
    Route.Endpoint forPeople(Route.Endpoint page) {
        return call -> {
            try {
                return page.answer(call);
            } catch (Problem problem) {
                return told(call, problem);
            }
        };
    }

    private Reply told(Call call, Problem problem) {
        if (call.acceptsJson()) {
            throw problem;
        }
        String leads = problem.leads();
        return leads == null
                ? error(problem.status(), problem.reason(), call)
                : Reply.seeOther(leads);
    }

    private Reply error(int status, String reason, Call call) {
        return page(status, "error", call, false, model(status, reason, call));
    }

    /** What the page of an error says; the reason only where it is in the reader's language. */
    Map<String, Object> model(int status, String reason, Call call) {
        Map<String, Object> model = new HashMap<>();
        model.put("key", "error." + status);
        model.put("status", status);
        model.put("reason", texts(call).reason(reason));
        model.put("again", "");
        return model;
    }

    /**
     * A page about a fault, which needs nothing that may be at fault itself. Where another page
     * shows errors, there is none.
     */
    Optional<Reply> fault(Call call, Problem problem) {
        if (call.acceptsJson() || !urls.get().builtIn("error")) {
            return Optional.empty();
        }
        Reply page = error(problem.status(), problem.reason(), call);
        for (var header : problem.headers().entrySet()) {
            page = page.with(header.getKey(), header.getValue());
        }
        return Optional.of(page);
    }

    private byte[] written(String template, Map<String, Object> model) {
        StringWriter html = new StringWriter(8192);
        try {
            engine.getTemplate(template).evaluate(html, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Forms may go to this server, and from there to where an answer leads: browsers hold the
     * redirect after a form to the same list. {@code same-origin}, because under {@code
     * no-referrer} a form is sent with {@code Origin: null}.
     */
    private List<Reply.Header> headers(Texts texts) {
        return List.of(
                new Reply.Header("Content-Type", "text/html; charset=utf-8"),
                new Reply.Header("Content-Language", texts.language()),
                new Reply.Header("Vary", "Cookie, Accept-Language"),
                new Reply.Header("Referrer-Policy", "same-origin"),
                new Reply.Header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self';"
                                + " img-src 'self' data:; base-uri 'none'; frame-ancestors 'none';"
                                + " form-action 'self'"
                                + urls.get().formTargets()
                                + elsewhere()));
    }

    private String elsewhere() {
        return methods.stream()
                .flatMap(method -> method.leadsTo().stream())
                .map(source -> " " + source)
                .collect(Collectors.joining());
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(Writer.class.getClassLoader());
        loader.setPrefix("dev/bonafide/ui/page");
        loader.setSuffix(".peb");
        return new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .autoEscaping(true)
                .newLineTrimming(true)
                .build();
    }
}
