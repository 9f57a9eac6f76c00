package io.waybill.connection;

import java.time.Instant;
import java.util.Map;

/**
 * The ERP as somebody saved it in the console.
 *
 * @param profile what its profile is called: the shipped one it began with
 * @param text of the profile, as written
 * @param baseUrl empty while it is not said
 * @param inside whether the base URL may be inside our own network
 */
record Saved(
        long revision,
        String profile,
        String text,
        String baseUrl,
        boolean inside,
        Map<String, String> constants,
        Map<String, Sealed> secrets,
        String by,
        Instant at) {

    Saved {
        constants = Map.copyOf(constants);
        secrets = Map.copyOf(secrets);
    }

    /** A secret that only the key of the configuration opens. */
    record Sealed(String value, Instant at) {}
}
