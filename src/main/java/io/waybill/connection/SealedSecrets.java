package io.waybill.connection;

import io.waybill.connection.Saved.Sealed;
import io.waybill.database.SecretBox;
import io.waybill.erp.ErpConnection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens what was saved, for those who send. */
final class SealedSecrets {

    private final SecretBox box;

    SealedSecrets(SecretBox box) {
        this.box = box;
    }

    ErpConnection opened(Saved saved) {
        Map<String, String> secrets = saved.secrets().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, shut -> box.open(shut.getValue().value())));
        return connection(saved, secrets);
    }

    /** With something in the place of each secret: fit to be looked at, not to be asked. */
    ErpConnection shut(Saved saved) {
        Map<String, String> names = new HashMap<>();
        saved.secrets().keySet().forEach(name -> names.put(name, "set"));
        return connection(saved, names);
    }

    private static ErpConnection connection(Saved saved, Map<String, String> secrets) {
        return new ErpConnection(
                saved.profile(),
                saved.text(),
                saved.baseUrl().isEmpty() ? null : saved.baseUrl(),
                secrets,
                saved.constants());
    }

    boolean canSeal() {
        return box.canSeal();
    }

    Sealed seal(String secret, Instant at) {
        return new Sealed(box.seal(secret), at);
    }
}
