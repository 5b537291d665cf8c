package dev.bonafide.flow;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of each kind of flow are: where configuration says ({@code
 * selfservice.flows.<kind>.ui_url}), else the page of this server.
 */
public final class PageUrls {
    /** What may stand in a source expression (CSP level 3, section 2.3.1). */
    private static final Pattern SOURCE =
            Pattern.compile("[a-z][a-z0-9+.-]*:(//[A-Za-z0-9.:*-]+)?");

    private final URI publicUrl;
    private final URI home;
    private final Map<String, URI> pages = new LinkedHashMap<>();
    private final String targets;

    PageUrls(FlowSettings settings) {
        this.publicUrl = settings.publicUrl();
        place("login", settings.login().uiUrl());
        place("registration", settings.registration().uiUrl());
        place("settings", settings.settings().uiUrl());
        place("error", settings.error().uiUrl());
        URI wanted = settings.selfservice().defaultBrowserReturnUrl();
        this.home = wanted == null ? publicUrl : wanted;
        this.targets = targets(settings.selfservice().allowedReturnUrls());
    }

    private void place(String kind, @Nullable URI configured) {
        pages.put(kind, configured == null ? publicUrl.resolve("ui/" + kind) : configured);
    }

    /**
     * The page of a kind of flow, or of errors; the flow's id belongs into the query.
     *
     * @param kind {@code login}, {@code registration}, {@code settings} or {@code error}
     */
    public URI of(String kind) {
        URI page = pages.get(kind);
        if (page == null) {
            throw new IllegalArgumentException("no pages for " + kind);
        }
        return page;
    }

    /** Whether this server has the page of this kind itself. */
    public boolean builtIn(String kind) {
        return of(kind).equals(publicUrl.resolve("ui/" + kind));
    }

    /** Where people are led if nothing else was asked for: the welcome page by default. */
    public URI home() {
        return home;
    }

    public boolean builtInHome() {
        return home.equals(publicUrl);
    }

    /** Absolute path of a page of this server, as seen through a proxy that adds a prefix. */
    public String path(String relative) {
        return publicUrl.getRawPath() + relative;
    }

    /** The same with scheme and host. */
    public String absolute(String path) {
        return publicUrl.resolve(path).toString();
    }

    /**
     * Where a form of a page may lead, as sources of a {@code form-action} (CSP): besides this
     * server, wherever configuration sends people afterwards. Starts with a space; sorted.
     */
    public String formTargets() {
        return targets;
    }

    private String targets(List<URI> allowed) {
        Set<String> sources = new TreeSet<>();
        Stream.of(Stream.of(publicUrl, home), pages.values().stream(), allowed.stream())
                .flatMap(urls -> urls)
                .map(PageUrls::source)
                .filter(source -> SOURCE.matcher(source).matches())
                .forEach(sources::add);
        return " " + String.join(" ", sources);
    }

    private static String source(URI url) {
        String scheme = url.getScheme();
        String authority = url.getRawAuthority();
        return scheme == null || authority == null
                ? ""
                : Set.of("http", "https").contains(scheme)
                        ? scheme + "://" + authority.substring(authority.lastIndexOf('@') + 1)
                        : scheme + ":";
    }
}
