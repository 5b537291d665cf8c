package dev.bonafide.method.fido;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Doc;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for keys, as in Kratos' {@code rp}.
 *
 * @param id the host, or a parent domain of it, to which keys are bound for ever
 * @param displayName what the browser calls it
 * @param origins where pages may ask, exactly: scheme, host and port
 */
public record RelyingPartySettings(String id, String displayName, Set<String> origins) {
    /** Whom no page can speak for. */
    public static final RelyingPartySettings NOBODY =
            new RelyingPartySettings("invalid", "", Set.of());

    private static final Pattern HOST =
            Pattern.compile(
                    "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    private static final Pattern ORIGIN =
            Pattern.compile("(https?)://([a-z0-9.-]+)(:[1-9][0-9]{0,4})?");

    /** What Android says for an app: the hash of its signing key. */
    private static final Pattern APP = Pattern.compile("android:apk-key-hash:[A-Za-z0-9_-]{43}");

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

    public RelyingPartySettings {
        origins = Set.copyOf(origins);
    }

    /** What {@code refuse_copied} of either method does. */
    public static final String COPIED =
            "Whether a key whose counter went back, so that there may be two of it, is refused; else that is only an event.";

    /** As written. */
    public record Keys(
            @Nullable
                    @Doc(
                            value =
                                    "The relying party's id: a host name in lower case, no address, to which keys are bound for ever.",
                            absent = "refused where the method is on")
                    String id,
            @Nullable
                    @Doc(
                            value = "What browsers call the relying party, in 1 to 64 characters.",
                            absent = "refused where the method is on")
                    String displayName,
            @Nullable
                    @Doc(
                            value = "The same as `origins` with one entry.",
                            absent = "`origins` count")
                    String origin,
            @Doc(
                            value =
                                    "Where pages may ask for keys, exactly: `https://HOST[:PORT]` on the id's host or below it, `http://localhost[:PORT]`, `android:apk-key-hash:…`.",
                            absent = "the id, with the scheme of `serve.public.base_url`")
                    List<String> origins) {
        /**
         * Checks what a method that is switched on needs.
         *
         * @param path of this mapping, for messages
         * @param publicUrl whose scheme is that of an origin left out
         * @throws BadConfiguration naming key and what is allowed
         */
        public RelyingPartySettings checked(String path, URI publicUrl) {
            String host = id == null ? "" : id;
            require(
                    HOST.matcher(host).matches() && !ADDRESS.matcher(host).matches(),
                    path + ".id",
                    "\"" + host + "\" is refused; allowed: a host name in lower case, no address");
            String shown = displayName == null ? "" : displayName;
            require(
                    !shown.isBlank() && shown.length() <= 64,
                    path + ".display_name",
                    "is refused; allowed: 1 to 64 characters");
            require(
                    origin == null || origins.isEmpty(),
                    path + ".origin",
                    "is refused beside origins; allowed: one of the two");
            return new RelyingPartySettings(
                    host, shown, origins(path, host, publicUrl.getScheme()));
        }

        private Set<String> origins(String path, String host, String scheme) {
            Set<String> all = new LinkedHashSet<>(origins);
            if (origin != null) {
                all.add(origin);
            }
            if (all.isEmpty()) {
                all.add(scheme + "://" + host);
            }
            all.forEach(one ->
                    requireOrigin(path + (origin == null ? ".origins" : ".origin"), one, host));
            return all;
        }

        /** A browser would refuse the others anyway (WebAuthn Level 3 section 5.1.3 step 8). */
        private static void requireOrigin(String key, String origin, String host) {
            String allowed =
                    "; allowed: https://HOST[:PORT] where HOST is %s or ends with .%s, or http://localhost[:PORT]"
                            .formatted(host, host);
            require(exact(origin, host), key, "\"" + origin + "\" is refused" + allowed);
        }

        private static boolean exact(String origin, String host) {
            Matcher web = ORIGIN.matcher(origin);
            if (!web.matches()) {
                return APP.matcher(origin).matches();
            }
            String named = web.group(2);
            boolean local = named.equals("localhost") || named.endsWith(".localhost");
            return (local || web.group(1).equals("https"))
                    && HOST.matcher(named).matches()
                    && (named.equals(host) || named.endsWith("." + host));
        }

        private static void require(boolean holds, String key, String problem) {
            if (!holds) {
                throw new BadConfiguration(key, problem);
            }
        }
    }
}
