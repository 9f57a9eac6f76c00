package io.waybill.access;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** People make and revoke API keys; keys cannot. */
@RestController
@RequestMapping("/api/v1/api-keys")
@Needs(Permission.PEOPLE_MANAGE)
class ApiKeyController {

    private static final int LONGEST_NAME = 80;

    private final ApiKeys keys;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    ApiKeyController(ApiKeys keys, TransactionTemplate transaction, Audit audit, Clock clock) {
        this.keys = keys;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    KeyList all() {
        Instant now = clock.instant();
        return new KeyList(keys.all().stream().map(key -> KeyView.of(key, now)).toList(), Scope.keys());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MadeKey make(@RequestBody WantedKey wanted, Principal principal) {
        String name = name(wanted.name());
        Set<Scope> scopes = scopes(wanted.scopes());
        Instant expiry = expiry(wanted.expiresAt());
        ApiKeys.NewKey made = Objects.requireNonNull(transaction.execute(tx -> {
            ApiKeys.NewKey added = keys.add(name, scopes, expiry, principal.getName())
                    .orElseThrow(() -> new ResponseStatusException(
                            HttpStatus.CONFLICT,
                            "There are %d API keys already. Revoke those that nobody uses.".formatted(ApiKeys.MOST)));
            audit.done("api-key.make", subject(added.key().id()), null, KeyView.of(added.key(), clock.instant()));
            return added;
        }));
        return new MadeKey(KeyView.of(made.key(), clock.instant()), made.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, Principal principal) {
        transaction.executeWithoutResult(tx -> {
            if (!keys.revoke(id, principal.getName())) {
                throw new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no API key %d that was not revoked before.".formatted(id));
            }
            audit.done("api-key.revoke", subject(id), null, null);
        });
    }

    private static String subject(long id) {
        return "API key " + id;
    }

    private static String name(@Nullable String name) {
        String wanted = Objects.requireNonNullElse(name, "").strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw unfit("\"name\" says what the key is for, in %d letters or fewer.".formatted(LONGEST_NAME));
        }
        return wanted;
    }

    private static Set<Scope> scopes(@Nullable List<String> wanted) {
        Set<Scope> scopes = new LinkedHashSet<>();
        for (String key : Objects.requireNonNullElse(wanted, List.<String>of())) {
            scopes.add(Scope.of(key)
                    .orElseThrow(() -> unfit(
                            "There is no scope %s. There are %s.".formatted(key, String.join(", ", Scope.keys())))));
        }
        if (scopes.isEmpty()) {
            throw unfit("\"scopes\" lists what the key is for: %s.".formatted(String.join(", ", Scope.keys())));
        }
        return scopes;
    }

    private @Nullable Instant expiry(@Nullable Instant wanted) {
        if (wanted != null && !wanted.isAfter(clock.instant())) {
            throw unfit("\"expiresAt\" is over already: %s.".formatted(wanted));
        }
        return wanted;
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    record WantedKey(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt) {}

    /** @param scopes all there are */
    record KeyList(List<KeyView> keys, List<String> scopes) {}

    /** @param secret what goes into the header; it is not shown again */
    record MadeKey(KeyView key, String secret) {

        @Override
        public String toString() {
            return "MadeKey[key=%s]".formatted(key);
        }
    }

    /**
     * @param hint how the key begins
     * @param state valid, expired or revoked
     * @param lastUsedAt to the minute
     */
    record KeyView(
            long id,
            String name,
            String hint,
            List<String> scopes,
            String state,
            String createdBy,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {

        static KeyView of(ApiKey key, Instant now) {
            String state = key.revokedAt() != null ? "revoked" : key.expired(now) ? "expired" : "valid";
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.hint(),
                    key.scopes().stream().map(Scope::key).toList(),
                    state,
                    key.createdBy(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.lastUsedAt(),
                    key.revokedAt());
        }
    }
}
