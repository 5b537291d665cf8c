package dev.bonafide.flow;

import dev.bonafide.config.Setting;
import dev.bonafide.kernel.Aal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers are led: forms, and what comes after. All of it is configured, or was checked when
 * a flow began; nothing of a request's Host or Forwarded headers has a part in it.
 */
public final class Destinations {
    private final Setting<FlowSettings> settings;
    private final Setting<AfterUrls> after;

    public Destinations(Setting<FlowSettings> settings, Setting<AfterUrls> after) {
        this.settings = settings;
        this.after = after;
    }

    /** The page that shows the flow. */
    public String form(Flow flow) {
        FlowSettings now = settings.get();
        URI page =
                switch (flow.kind()) {
                    case LOGIN -> now.login().uiUrl();
                    case REGISTRATION -> now.registration().uiUrl();
                    case SETTINGS -> now.settings().uiUrl();
                };
        String name = flow.kind().wire();
        return Urls.with(page(page, name), "flow", flow.id().toString());
    }

    /** The page that shows the error of this id. */
    public String error(String id) {
        return Urls.with(page(settings.get().error().uiUrl(), "error"), "id", id);
    }

    private String page(@Nullable URI configured, String name) {
        return configured == null ? settings.get().link("ui/" + name) : configured.toString();
    }

    /** Begins a flow of this kind, leading to {@code returnTo} in the end. */
    public String beginning(Flow.Kind kind, @Nullable String returnTo) {
        String init = settings.get().link("self-service/" + kind.wire() + "/browser");
        return Urls.with(init, "return_to", returnTo);
    }

    /** Begins a flow like this one. */
    public String init(Flow flow) {
        String client = flow.ofBrowser() ? "browser" : "api";
        return settings.get().link("self-service/" + flow.kind().wire() + "/" + client);
    }

    /** Begins a browser's flow that asks for the same as this one. */
    public String anew(Flow flow) {
        String init = beginning(flow.kind(), flow.asked().returnTo());
        String level = flow.asked().requested() == Aal.AAL2 ? Urls.with(init, "aal", "aal2") : init;
        return flow.asked().refresh() ? Urls.with(level, "refresh", "true") : level;
    }

    /** Begins a login that asks for a second factor. */
    public String secondFactor(@Nullable String returnTo) {
        String init = settings.get().link("self-service/login/browser?aal=aal2");
        return Urls.with(init, "return_to", returnTo);
    }

    /** Where the flow leads once this method has completed it; null for no method. */
    public String after(Flow flow, @Nullable String method) {
        String returnTo = flow.asked().returnTo();
        return returnTo == null ? after(flow.kind().wire(), method) : returnTo;
    }

    /** Where changed settings lead: to the page where they were changed, unless somebody asked. */
    public String afterSettings(Flow flow, String method) {
        String returnTo = flow.asked().returnTo();
        String configured = after.get().of("settings", method);
        return returnTo != null ? returnTo : configured == null ? form(flow) : configured;
    }

    /** Where it leads if nobody asked for anything. */
    public String after(String flow, @Nullable String method) {
        String configured = after.get().of(flow, method);
        return configured == null ? settings.get().home().toString() : configured;
    }
}
