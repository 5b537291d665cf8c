package dev.bonafide.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is around a window: language, clipboard, printer and folder of downloads.
 *
 * @param context of the browser that the window is in, which shares nothing with others
 */
record Surroundings(Tab tab, DevTools tools, String context) {

    /** Presses what matches, which is a download, and returns what arrived. */
    String download(String selector) {
        try {
            Path folder = Files.createTempDirectory("bonafide-download");
            Map<String, Object> wanted =
                    Map.of(
                            "behavior",
                            "allowAndName",
                            "browserContextId",
                            context,
                            "downloadPath",
                            folder.toString(),
                            "eventsEnabled",
                            true);
            tools.ask("", "Browser.setDownloadBehavior", wanted);
            tab.click(selector);
            JsonNode progress = tools.await("", "Browser.downloadProgress");
            while (!progress.path("state").asString("").equals("completed")) {
                progress = tools.await("", "Browser.downloadProgress");
            }
            return Files.readString(folder.resolve(progress.path("guid").asString("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages may read and write the clipboard from now on. */
    Tab withClipboard() {
        List<String> allowed = List.of("clipboardReadWrite", "clipboardSanitizedWrite");
        Map<String, Object> granted = Map.of("permissions", allowed, "browserContextId", context);
        tools.ask("", "Browser.grantPermissions", granted);
        return tab;
    }

    /** The browser asks for pages in this language from now on. */
    Tab inLanguage(String tag) {
        String agent = tab.text("navigator.userAgent");
        tab.ask(
                "Emulation.setUserAgentOverride",
                Map.of("userAgent", agent, "acceptLanguage", tag));
        return tab;
    }

    /** Shows the page as on paper. */
    Tab onPaper() {
        tab.ask("Emulation.setEmulatedMedia", Map.of("media", "print"));
        return tab;
    }

    /** Of the whole page, however long. */
    void picture(Path file) {
        JsonNode size = tab.ask("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
        JsonNode taken =
                tab.ask(
                        "Page.captureScreenshot",
                        Map.of(
                                "format",
                                "png",
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of(
                                        "x", 0,
                                        "y", 0,
                                        "width", size.path("width").asInt(0),
                                        "height", size.path("height").asInt(0),
                                        "scale", 1)));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(taken.path("data").asString("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
