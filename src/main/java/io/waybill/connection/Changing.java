package io.waybill.connection;

import io.waybill.connection.ConnectionChange.AnswerChange;
import io.waybill.connection.ConnectionChange.EndpointChange;
import io.waybill.connection.Saved.Sealed;
import io.waybill.database.SecretBox;
import io.waybill.erp.Contract;
import io.waybill.erp.Endpoint;
import io.waybill.erp.EndpointProfile;
import io.waybill.erp.ErpConnections;
import io.waybill.erp.ErpOperation;
import io.waybill.home.Misconfigured;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the next revision of what is edited and what somebody wants changed in it. */
final class Changing {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> LEVELS = Set.of("keyed", "findable", "manual");
    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_VALUE = 10_000;

    private final ErpConnections erp;
    private final SealedSecrets secrets;

    Changing(ErpConnections erp, SealedSecrets secrets) {
        this.erp = erp;
        this.secrets = secrets;
    }

    /** It cannot be saved; the message says what to do. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /** @param droppedSecrets because they were set for another host */
    record Next(Saved saved, Set<String> droppedSecrets) {}

    /**
     * @throws Refused when it breaks a rule
     * @throws SecretBox.NoKey when a secret cannot be sealed
     */
    Next next(Edited edited, ConnectionChange wanted, String by, Instant at) {
        String name = wanted.startFrom() == null ? nameOf(edited) : wanted.startFrom();
        ProfileText text = changed(start(edited, wanted), wanted);
        EndpointProfile profile = read(name, text.text());
        ProfileTree tree = ProfileTree.of(text.text());
        String baseUrl =
                Objects.requireNonNullElse(wanted.baseUrl(), edited.baseUrl()).strip();
        boolean inside = wanted.inside() == null
                ? edited.saved() != null && edited.saved().inside()
                : wanted.inside();
        if (!baseUrl.isEmpty()) {
            Addresses.problem(baseUrl, inside).ifPresent(Changing::refuse);
        }
        Map<String, Sealed> kept =
                edited.saved() == null ? Map.of() : edited.saved().secrets();
        Map<String, String> constants = constants(edited.constants(), wanted, profile);
        boolean elsewhere = !edited.tree()
                .receivers(edited.baseUrl(), edited.constants())
                .containsAll(tree.receivers(baseUrl, constants));
        Saved saved = new Saved(
                edited.version() + 1,
                name,
                text.text(),
                baseUrl,
                inside,
                constants,
                secrets(elsewhere ? Map.of() : kept, wanted, at),
                by,
                at);
        Set<String> dropped = new TreeSet<>(elsewhere ? kept.keySet() : Set.of());
        dropped.removeAll(saved.secrets().keySet());
        return new Next(saved, dropped);
    }

    /** A shipped profile that was changed is not the shipped one any more, but goes by its name. */
    private static String nameOf(Edited edited) {
        return edited.profile().name();
    }

    private ProfileText start(Edited edited, ConnectionChange wanted) {
        if (wanted.text() != null) {
            if (wanted.text().length() > LONGEST_TEXT) {
                refuse("The profile is longer than %,d characters.".formatted(LONGEST_TEXT));
            }
            return new ProfileText(wanted.text());
        }
        String from = wanted.startFrom();
        if (from == null) {
            return new ProfileText(edited.text());
        }
        return from.equals(ConnectionChange.NOTHING)
                ? ProfileText.EMPTY
                : new ProfileText(erp.shipped(from)
                        .orElseThrow(() -> new Refused("There is no profile \"%s\" to start from.".formatted(from))));
    }

    private ProfileText changed(ProfileText start, ConnectionChange wanted) {
        ProfileText text = start;
        boolean touched = wanted.idempotency() != null || wanted.endpoints() != null || wanted.answers() != null;
        if (!touched) {
            return text;
        }
        // What is no YAML cannot be changed in its places.
        EndpointProfile profile = read("profile", text.text());
        if (wanted.idempotency() != null) {
            if (!LEVELS.contains(wanted.idempotency())) {
                refuse("\"idempotency\" is keyed, findable or manual.");
            }
            text = text.with(wanted.idempotency(), "idempotency");
        }
        for (EndpointChange endpoint : Objects.requireNonNullElse(wanted.endpoints(), List.<EndpointChange>of())) {
            text = endpoint(text, profile, endpoint);
        }
        for (AnswerChange answer : Objects.requireNonNullElse(wanted.answers(), List.<AnswerChange>of())) {
            text = answer(text, profile, answer);
        }
        return text;
    }

    private static ProfileText endpoint(ProfileText text, EndpointProfile profile, EndpointChange wanted) {
        ErpOperation operation = said(wanted.operation(), "operation");
        Endpoint now = profile.endpoint(operation).orElse(null);
        String path = Objects.requireNonNullElse(wanted.path(), "").strip();
        if (path.isEmpty()) {
            return now == null ? text : text.withUnavailable(operation.name());
        }
        String method = said(wanted.method(), "method");
        if (!METHODS.contains(method)) {
            refuse("%s: the method is GET, POST, PUT, PATCH or DELETE.".formatted(operation));
        }
        if (now instanceof Endpoint.Canonical) {
            return text.with(method, "operations", operation.name(), "method")
                    .with(path, "operations", operation.name(), "path");
        }
        if (now == null) {
            return text.withEndpoint(operation.name(), method, path);
        }
        throw new Refused("%s is not asked in the words of the contract: change it in the text of the profile."
                .formatted(operation));
    }

    private static ProfileText answer(ProfileText text, EndpointProfile profile, AnswerChange wanted) {
        ErpOperation operation = said(wanted.operation(), "operation");
        String field = said(wanted.field(), "field");
        String place = said(wanted.place(), "place");
        if (!(profile.endpoint(operation).orElse(null) instanceof Endpoint.Mapped)) {
            refuse("%s is not mapped: the ERP answers in the names of the contract there.".formatted(operation));
        }
        if (Contract.of(operation).answer().stream()
                .noneMatch(known -> known.name().equals(field))) {
            refuse("%s answers no field %s.".formatted(operation, field));
        }
        String path = ProfileTree.of(text.text()).readAt(operation, place);
        // Where words are translated, only where they stand changes.
        return text.has("operations", operation.name(), "answer", field, "from")
                ? text.with(path, "operations", operation.name(), "answer", field, "from")
                : text.with(path, "operations", operation.name(), "answer", field);
    }

    private EndpointProfile read(String name, String text) {
        try {
            return erp.read(name, text);
        } catch (Misconfigured e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    /** Those that the profile does not have any more are gone. */
    private static Map<String, String> constants(
            Map<String, String> before, ConnectionChange wanted, EndpointProfile profile) {
        Map<String, String> constants = new HashMap<>(before);
        Optional.ofNullable(wanted.constants()).orElse(Map.of()).forEach((name, value) -> {
            if (!profile.constants().has(name)) {
                refuse("The profile has no constant \"%s\".".formatted(name));
            }
            put(constants, name, value);
        });
        constants.keySet().removeIf(name -> !profile.constants().has(name));
        return constants;
    }

    private Map<String, Sealed> secrets(Map<String, Sealed> before, ConnectionChange wanted, Instant at) {
        Map<String, Sealed> secrets = new HashMap<>(before);
        Optional.ofNullable(wanted.secrets()).orElse(Map.of()).forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9-]{1,64}")) {
                refuse("A secret goes by letters and digits, not by \"%s\".".formatted(name));
            }
            if (value.length() > LONGEST_VALUE) {
                refuse("The secret \"%s\" is longer than %,d characters.".formatted(name, LONGEST_VALUE));
            }
            if (value.isBlank()) {
                secrets.remove(name);
                return;
            }
            secrets.put(name, this.secrets.seal(value.strip(), at));
        });
        return secrets;
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value.isBlank()) {
            values.remove(name);
        } else if (value.length() > LONGEST_VALUE) {
            refuse("\"%s\" is longer than %,d characters.".formatted(name, LONGEST_VALUE));
        } else {
            values.put(name, value.strip());
        }
    }

    private static <T> T said(@Nullable T value, String name) {
        if (value == null) {
            throw new Refused("\"%s\" is missing.".formatted(name));
        }
        return value;
    }

    private static void refuse(String sentence) {
        throw new Refused(sentence);
    }
}
