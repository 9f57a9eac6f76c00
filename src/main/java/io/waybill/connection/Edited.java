package io.waybill.connection;

import io.waybill.erp.EndpointProfile;
import io.waybill.erp.ErpOperation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at, changed and tried: what was saved last in the console, or before that the ERP of the configuration.
 *
 * @param saved null: nothing was saved yet
 * @param baseUrl empty while it is not said
 * @param secrets the names of those that are set; with a time where the console knows it
 */
record Edited(
        @Nullable Saved saved,
        EndpointProfile profile,
        String text,
        String baseUrl,
        Map<String, String> constants,
        Map<String, Optional<Instant>> secrets) {

    static Edited of(Saved saved, EndpointProfile profile) {
        Map<String, Optional<Instant>> secrets = new TreeMap<>();
        saved.secrets().forEach((name, shut) -> secrets.put(name, Optional.of(shut.at())));
        return new Edited(saved, profile, saved.text(), saved.baseUrl(), saved.constants(), secrets);
    }

    long version() {
        return saved == null ? 0 : saved.revision();
    }

    ProfileTree tree() {
        return ProfileTree.of(text);
    }

    /** A word for the way each operation is set up now; a secret that was set again is another one. */
    Map<ErpOperation, String> setUps() {
        return tree().setUps(
                        baseUrl,
                        constants,
                        secrets.entrySet().stream()
                                .map(secret -> secret.getKey()
                                        + secret.getValue()
                                                .map(Instant::toString)
                                                .orElse(""))
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
