package dev.bonafide.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream provider asserted beside a delegated proof (OpenID Connect Core section 2:
 * {@code acr}, {@code amr}).
 */
public record Upstream(String provider, @Nullable String acr, List<String> amr) {
    public Upstream {
        amr = List.copyOf(amr);
    }
}
