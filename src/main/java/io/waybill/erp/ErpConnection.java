package io.waybill.erp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ERP as it was connected in the console.
 *
 * @param profile what the profile is called
 * @param text of the profile, YAML
 * @param baseUrl where its paths begin; null: not said yet
 * @param secrets those that {@code auth} of the profile names; without an {@code auth}, {@link #CANONICAL_SECRETS}
 * @param constants that win over those of the profile
 */
public record ErpConnection(
        String profile,
        String text,
        @Nullable String baseUrl,
        Map<String, String> secrets,
        Map<String, String> constants) {

    /** What an ERP may want whose profile has no {@code auth}: a token, or what AUTH gives one for. */
    public static final List<String> CANONICAL_SECRETS =
            List.of("access-token", "username", "password", "client-id", "client-secret");

    public ErpConnection {
        secrets = Map.copyOf(secrets);
        constants = Map.copyOf(constants);
    }

    @Nullable
    String secret(String name) {
        return secrets.get(name);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "ErpConnection[profile=%s, baseUrl=%s, secrets=%s]".formatted(profile, baseUrl, secrets.keySet());
    }
}
