package dev.bonafide.story;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A window of a browser with cookies of its own. */
final class Tab implements AutoCloseable {
    private final DevTools tools;
    private final String context;
    private final String session;

    private Tab(DevTools tools, String context, String session) {
        this.tools = tools;
        this.context = context;
        this.session = session;
    }

    static Tab open(URI browser) {
        DevTools tools = new DevTools(browser);
        String context =
                text(tools.ask("", "Target.createBrowserContext", Map.of()), "browserContextId");
        return in(tools, context);
    }

    /** Another window of the same browser, with the same cookies; closed with this one. */
    Tab beside() {
        return in(tools, context);
    }

    private static Tab in(DevTools tools, String context) {
        String target =
                text(
                        tools.ask(
                                "",
                                "Target.createTarget",
                                Map.of("url", "about:blank", "browserContextId", context)),
                        "targetId");
        String session =
                text(
                        tools.ask(
                                "",
                                "Target.attachToTarget",
                                Map.of("targetId", target, "flatten", true)),
                        "sessionId");
        Tab tab = new Tab(tools, context, session);
        tab.ask("Page.enable", Map.of());
        tab.ask("Network.enable", Map.of());
        // What asks for keys or writes to the clipboard must be the window in front.
        tab.ask("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        return tab;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    JsonNode ask(String method, Map<String, ?> parameters) {
        return tools.ask(session, method, parameters);
    }

    void go(String address) {
        tools.forget();
        ask("Page.navigate", Map.of("url", address));
        loaded();
    }

    /** Presses the browser's own button. */
    void goBack() {
        tools.forget();
        js("history.back(), 0");
        loaded();
    }

    private void loaded() {
        tools.await(session, "Page.loadEventFired");
    }

    /** Puts text into the field of this name, as typing does. */
    void type(String name, String text) {
        String script =
                "{const f=document.querySelector('[name=\"%s\"]:not([type=hidden])');f.focus();f.value='';}"
                        .formatted(name);
        js(script);
        ask("Input.insertText", Map.of("text", text));
    }

    /** Presses what matches, by which another page comes. */
    void press(String selector) {
        tools.forget();
        js("document.querySelector('%s').click()".formatted(selector));
        loaded();
    }

    /** Runs a script by which another page comes. */
    void begins(String script) {
        tools.forget();
        js("{" + script + "}0");
        loaded();
    }

    /** Presses what matches, by which no other page comes. */
    void click(String selector) {
        js("document.querySelector('%s').click()".formatted(selector));
    }

    /**
     * Pages from now on find a browser that does not offer passkeys by itself; a virtual
     * authenticator would answer at once, as if somebody had chosen each time.
     */
    Tab withoutAutofill() {
        ask(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of(
                        "source",
                        "PublicKeyCredential.isConditionalMediationAvailable = async () => false"));
        return this;
    }

    /** Goes there, where a script leads on by itself to a page with this heading. */
    void goThrough(String address, String heading) {
        go(address);
        if (!heading().equals(heading)) {
            loaded();
        }
    }

    /** Waits until this is true on the page that is there. */
    void awaits(String condition) {
        js(
                """
                new Promise((found, late) => {
                  const at = Date.now();
                  const look = () => (%s) ? found(0) : Date.now() - at > 20000
                    ? late(document.body.innerText) : setTimeout(look, 20);
                  look();
                })
                """
                        .formatted(condition));
    }

    /** Presses Enter where the focus is, by which another page comes. */
    void enter() {
        tools.forget();
        key("Enter", 13, "\r");
        loaded();
    }

    /** Presses a key of the keyboard; {@code text} "" for one that writes nothing. */
    void key(String name, int code, String text) {
        for (String type : List.of("keyDown", "keyUp")) {
            Map<String, Object> event = new HashMap<>();
            event.put("type", type);
            event.put("key", name);
            event.put("code", name);
            event.put("windowsVirtualKeyCode", code);
            if (!text.isEmpty()) {
                event.put("text", text);
            }
            ask("Input.dispatchKeyEvent", event);
        }
    }

    /** What is around this window: its browser's settings, and the person's desk. */
    Surroundings surroundings() {
        return new Surroundings(this, tools, context);
    }

    /** Of all that this page loaded, head lines included. */
    int loadedBytes() {
        return tools.happened(session, "Network.loadingFinished").stream()
                .mapToInt(event -> event.path("encodedDataLength").asInt(0))
                .sum();
    }

    /** What the browser told its console of the page. */
    List<String> complaints() {
        return tools.happened(session, "Log.entryAdded").stream()
                .map(event -> event.path("entry").path("text").asString(""))
                .toList();
    }

    /** Value of a script's expression; promises are waited for. */
    JsonNode js(String expression) {
        JsonNode result =
                ask(
                        "Runtime.evaluate",
                        Map.of(
                                "expression", expression,
                                "returnByValue", true,
                                "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    String text(String expression) {
        return js(expression).asString("");
    }

    String path() {
        return text("location.pathname");
    }

    String heading() {
        return text("document.querySelector('h1')?.innerText ?? document.body.innerText");
    }

    /** {@code scheme}: light or dark. */
    Tab shown(int width, int height, String scheme) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 500));
        ask(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** Whether pages may run scripts from now on; those of a page that is there do not begin. */
    Tab scripts(boolean allowed) {
        ask("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
        return this;
    }

    @Override
    public void close() {
        tools.close();
    }
}
