package dev.bonafide.method.oidc.upstream;

import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Key;
import dev.bonafide.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of {@code selfservice.methods.oidc.config.providers}, as written and as Kratos has it; what
 * the keys mean together is checked by {@link ProviderRules}.
 */
record ProviderSettings(
        @Doc(
                        "What the provider is called in addresses and in the name of every account of it, in 1 to 64 letters, digits, `.`, `_`, `-`; never to be changed.")
                String id,
        @Doc("Whose servers these are: `generic` for any that has a discovery document.")
                Kind provider,
        @Nullable @Doc(value = "What people read on its button.", absent = "its `id`") String label,
        @Doc("What this server is called there.") String clientId,
        @Nullable
                @Secret
                @Doc(
                        value = "What this server proves itself with there.",
                        absent = "only for `apple`, and for `generic` as a public client")
                String clientSecret,
        @Nullable
                @Doc(
                        value =
                                "The issuer, exactly as its discovery document and its tokens name it: `https`, or `http` to a loopback address that `bonafide.oidc.outbound.private_networks` allows.",
                        absent = "that of the kind; refused for `generic` and `auth0`")
                URI issuerUrl,
        @Doc(
                        "The Jsonnet that makes traits of claims: `file://…` or `base64://…`; a web address is refused.")
                String mapperUrl,
        @Doc("What is asked of the provider; `openid` is added where it speaks OpenID Connect.")
                List<String> scope,
        @Nullable
                @Doc(value = "Single claims asked for (OpenID Connect Core 5.5).", absent = "none")
                RequestedClaims requestedClaims,
        @Nullable
                @Doc(
                        value =
                                "For `microsoft`: a tenant's id or domain, `common`, `organizations` or `consumers`.",
                        absent = "refused for `microsoft`")
                String microsoftTenant,
        @Default("userinfo")
                @Doc(
                        "For `microsoft`: which of its names an account is known by: `userinfo` is `sub`.")
                SubjectSource subjectSource,
        @Nullable @Doc(value = "For `apple`: the team's id.", absent = "refused for `apple`")
                String appleTeamId,
        @Nullable @Doc(value = "For `apple`: the key's id.", absent = "refused for `apple`")
                String applePrivateKeyId,
        @Nullable
                @Secret
                @Doc(
                        value = "For `apple`: the key, in PEM (`BEGIN PRIVATE KEY`).",
                        absent = "refused for `apple`")
                String applePrivateKey,
        @Key("additional_id_token_audiences")
                @Doc("Other client ids whose ID tokens native clients may hand in.")
                List<String> additionalIdTokenAudiences,
        @Default("id_token")
                @Doc(
                        "Where claims are read, for kinds with both; `gitlab`, `auth0` and `linkedin` are always asked for user info.")
                ClaimsSource claimsSource,
        @Default("auto")
                @Doc(
                        "PKCE (S256) is always used. `force` also drops the provider's id from the callback's address, as in Kratos; `never` is refused.")
                Pkce pkce,
        @Key("aal2_acr_values") @Doc("Values of `acr` by which a login there counts as `aal2`.")
                List<String> aal2AcrValues,
        @Key("aal2_amr_values")
                @Doc("Values of `amr`, any of which makes a login there count as `aal2`.")
                List<String> aal2AmrValues) {

    /** Which of Microsoft's names for somebody is the subject. */
    enum SubjectSource {
        USERINFO,
        ME,
        OID
    }

    /** Where claims are read. */
    enum ClaimsSource {
        ID_TOKEN,
        USERINFO
    }

    /** RFC 7636; there is no constant for going without. */
    enum Pkce {
        AUTO,
        FORCE
    }

    /**
     * OpenID Connect Core section 5.5.
     *
     * @param userinfo by name of claim
     * @param idToken by name of claim
     */
    record RequestedClaims(
            @Doc("Claims asked for in the user info, by name.") Map<String, Wish> userinfo,
            @Doc("Claims asked for in the ID token, by name.") Map<String, Wish> idToken) {
        private static final JsonMapper JSON = new JsonMapper();

        /** As the parameter {@code claims} has it. */
        String toJson() {
            ObjectNode all = JSON.createObjectNode();
            all.set("userinfo", object(userinfo));
            all.set("id_token", object(idToken));
            return all.toString();
        }

        private static ObjectNode object(Map<String, Wish> wishes) {
            ObjectNode object = JSON.createObjectNode();
            wishes.forEach((name, wish) -> object.set(name, wish.toJson()));
            return object;
        }
    }

    /** How much a claim is wanted, and with which values. */
    record Wish(
            @Default("false") @Doc("Whether it is essential.") boolean essential,
            @Nullable @Doc(value = "The one value wanted.", absent = "any") String value,
            @Doc("The values wanted.") List<String> values) {
        ObjectNode toJson() {
            ObjectNode wish = RequestedClaims.JSON.createObjectNode();
            wish.put("essential", essential);
            if (value != null) {
                wish.put("value", value);
            }
            if (!values.isEmpty()) {
                values.forEach(wish.putArray("values")::add);
            }
            return wish;
        }
    }

    String shownAs() {
        return label == null ? id : label;
    }

    String spelledKind() {
        return provider.name().toLowerCase(Locale.ROOT);
    }

    boolean sharesCallback() {
        return pkce == Pkce.FORCE;
    }

    boolean readsUserInfo() {
        return provider.tellsByUserInfo() || claimsSource == ClaimsSource.USERINFO;
    }

    /**
     * The issuer that was configured, or is that of the kind; "" where neither is so. Auth0's end
     * with a slash, which people leave out where Kratos doesn't ask for it.
     */
    String issuer() {
        URI written = issuerUrl;
        if (written == null) {
            return Objects.requireNonNullElse(provider.issuer(), "");
        }
        String issuer = written.toString();
        return provider == Kind.AUTH0 && !issuer.endsWith("/") ? issuer + "/" : issuer;
    }

    /** Two of the values are secrets. */
    @Override
    public String toString() {
        return "ProviderSettings[" + id + "]";
    }
}
