package dev.bonafide.method.oidc.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.oidc.upstream.IssuerRule.Exact;
import dev.bonafide.method.oidc.upstream.IssuerRule.Tenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OI-05: exactly the configured issuer, and Microsoft's template where it is the exception. */
class IssuerRuleTest {
    private static final String BASE = "https://login.microsoftonline.com/";
    private static final String ONE = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER = "99999999-2222-3333-4444-555555555555";
    private static final String HOME = "9188040d-6c67-4c5b-b112-36a304b66dad";
    private static final String TEMPLATE = BASE + "{tenantid}/v2.0";

    @Test
    void documentsAreBelowTheIssuer() {
        assertThat(new Exact("https://i.example/a/").document())
                .isEqualTo(new Exact("https://i.example/a").document())
                .hasToString("https://i.example/a/.well-known/openid-configuration");
        assertThat(new Tenants("common").document())
                .hasToString(BASE + "common/v2.0/.well-known/openid-configuration");
    }

    @ParameterizedTest
    @CsvSource({
        "https://i.example, https://i.example, true",
        "https://i.example, https://i.example/, false",
        "https://i.example/, https://i.example, false",
        "https://i.example, https://I.example, false",
        "https://i.example, http://i.example, false",
        "https://i.example, https://i.example:443, false",
    })
    void anIssuerIsItselfOnly(String configured, String named, boolean same) {
        assertThat(new Exact(configured).isNamed(named)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "common, {tenantid}, true",
        "organizations, {tenantid}, true",
        "common, " + ONE + ", false",
        "consumers, " + HOME + ", true",
        "consumers, {tenantid}, false",
        ONE + ", " + ONE + ", true",
        ONE + ", " + OTHER + ", false",
        ONE + ", {tenantid}, false",
        "contoso.example, " + ONE + ", true",
        "contoso.example, {tenantid}, false",
        "contoso.example, evil, false",
    })
    void microsoftsDocumentNamesTheConfiguredTenant(String tenant, String named, boolean fine) {
        assertThat(new Tenants(tenant).isNamed(BASE + named + "/v2.0")).isEqualTo(fine);
        assertThat(new Tenants(tenant).isNamed("https://evil.example/" + named + "/v2.0"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "common, {tenantid}, " + ONE + ", " + ONE,
        "common, {tenantid}, " + HOME + ", " + HOME,
        "organizations, {tenantid}, " + ONE + ", " + ONE,
        "organizations, {tenantid}, " + HOME + ", ",
        "common, {tenantid}, common, ",
        "common, {tenantid}, '', ",
        "common, {tenantid}, ../" + ONE + ", ",
        ONE + ", " + ONE + ", " + OTHER + ", " + ONE,
        "contoso.example, " + ONE + ", " + OTHER + ", " + ONE,
    })
    void microsoftsTokensNameTheirTenant(String tenant, String named, String tid, String wanted) {
        Tenants rule = new Tenants(tenant);
        String document = named.startsWith("{") ? TEMPLATE : BASE + named + "/v2.0";
        if (wanted == null) {
            assertThat(Transactions.refusal(() -> rule.expected(document, tid)).failure())
                    .isEqualTo(Failure.TOKEN_REFUSED);
        } else {
            assertThat(rule.expected(document, tid)).isEqualTo(BASE + wanted + "/v2.0");
        }
    }
}
