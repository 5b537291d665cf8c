package dev.bonafide.flow;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Doc;
import dev.bonafide.kernel.MethodId;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers go once a flow is done, if it names no {@code return_to}: {@code
 * selfservice.flows.<flow>.after[.<method>].default_browser_return_url}, a method's own first.
 */
public record AfterUrls(Map<String, URI> byPlace) {
    public AfterUrls {
        byPlace = Map.copyOf(byPlace);
    }

    /** One place of them. */
    record After(
            @Nullable
                    @Doc(
                            value =
                                    "Where a browser goes once such a flow is done, if the flow names no `return_to`.",
                            absent =
                                    "that of the flow, then `selfservice.default_browser_return_url`")
                    URI defaultBrowserReturnUrl) {}

    /** Reads those of all flows and of these methods. */
    static AfterUrls of(Configuration edition, List<MethodId> methods) {
        Map<String, URI> urls = new HashMap<>();
        for (String flow : List.of("login", "registration", "settings", "logout")) {
            String after = "selfservice.flows." + flow + ".after";
            put(urls, flow, edition.bind(after, After.class));
            if (!flow.equals("logout")) {
                methods.forEach(method ->
                        put(
                                urls,
                                flow + "." + method,
                                edition.bind(after + "." + method, After.class)));
            }
        }
        return new AfterUrls(urls);
    }

    private static void put(Map<String, URI> urls, String place, After after) {
        URI url = after.defaultBrowserReturnUrl();
        if (url != null) {
            urls.put(place, url);
        }
    }

    /** After this flow by this method; null where nothing is configured. */
    public @Nullable String of(String flow, @Nullable String method) {
        URI url = byPlace.get(flow + "." + method);
        URI common = url == null ? byPlace.get(flow) : url;
        return common == null ? null : common.toString();
    }
}
