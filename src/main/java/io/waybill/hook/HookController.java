package io.waybill.hook;

import io.waybill.access.Audit;
import io.waybill.access.Caller;
import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.database.SecretBox;
import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Sets up where events go. */
@RestController
@RequestMapping("/api/v1/hooks")
@ForApiKey(Scope.HOOKS_MANAGE)
@Needs(Permission.ERP_EDIT)
class HookController {

    private final Hooks hooks;
    private final VisibleHooks visible;
    private final Receivers receivers;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    HookController(
            Hooks hooks,
            VisibleHooks visible,
            Receivers receivers,
            Notices notices,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.hooks = hooks;
        this.visible = visible;
        this.receivers = receivers;
        this.notices = notices;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.ERP_READ)
    HookList all() {
        Instant now = clock.instant();
        return new HookList(
                visible.all().stream().map(hook -> HookView.of(hook, now)).toList(),
                HookEventType.subscribable().stream().map(HookEventType::key).toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.ERP_READ)
    HookView one(@PathVariable long id) {
        return HookView.of(visible.get(id), clock.instant());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HookWithSecret make(@RequestBody WantedHook wanted, Principal principal) {
        WebhookSecret secret = WebhookSecret.random();
        Hooks.Wanted usable = checked(wanted);
        Hook made = Objects.requireNonNull(transaction.execute(tx -> {
            Hook added = hooks.add(usable, secret, principal.getName())
                    .orElseThrow(() -> new ResponseStatusException(
                            HttpStatus.CONFLICT,
                            "There are %d hooks already. Remove those that nobody needs.".formatted(Hooks.MOST)));
            audit.done("hook.make", subject(added.id()), null, Audited.of(added));
            return added;
        }));
        return new HookWithSecret(HookView.of(made, clock.instant()), secret.text());
    }

    @PutMapping("/{id}")
    HookView change(@PathVariable long id, @RequestBody WantedHook wanted) {
        visible.get(id);
        Hooks.Wanted usable = checked(wanted);
        Hook changed = audit.change(
                "hook.change",
                subject(id),
                () -> audited(id),
                () -> hooks.change(id, usable).orElseThrow(() -> VisibleHooks.unknown(id)));
        notices.end(Kind.HOOK, Long.toString(id));
        return HookView.of(changed, clock.instant());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        visible.get(id);
        audit.run("hook.remove", subject(id), () -> audited(id), () -> {
            if (!hooks.remove(id)) {
                throw VisibleHooks.unknown(id);
            }
        });
        notices.end(Kind.HOOK, Long.toString(id));
    }

    /** The secret before signs for one more day. */
    @PostMapping("/{id}/rotate-secret")
    HookWithSecret rotate(@PathVariable long id) {
        Hook hook = visible.get(id);
        WebhookSecret secret = WebhookSecret.random();
        transaction.executeWithoutResult(tx -> {
            if (!hooks.rotate(id, secret)) {
                throw VisibleHooks.unknown(id);
            }
            audit.done("hook.rotate-secret", subject(id), null, null);
        });
        return new HookWithSecret(HookView.of(hook, clock.instant()), secret.text());
    }

    @ExceptionHandler
    ProblemDetail noKey(SecretBox.NoKey e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    private static String subject(long id) {
        return "hook " + id;
    }

    private @Nullable Audited audited(long id) {
        return hooks.find(id).map(Audited::of).orElse(null);
    }

    private Hooks.Wanted checked(WantedHook wanted) {
        String url = Objects.requireNonNullElse(wanted.url(), "").strip();
        List<HookEventType> types = Objects.requireNonNullElse(wanted.eventTypes(), List.<String>of()).stream()
                .map(HookController::type)
                .toList();
        if (types.isEmpty()) {
            throw unfit("\"eventTypes\" lists what to send: %s.".formatted(known()));
        }
        types.forEach(type -> Caller.current().require(type.scope()));
        receivers.problem(url).ifPresent(problem -> {
            throw unfit(problem);
        });
        String number = wanted.phoneNumberId();
        return new Hooks.Wanted(
                url,
                types,
                number == null || number.isBlank() ? null : number.strip(),
                wanted.enabled() != Boolean.FALSE);
    }

    private static HookEventType type(String key) {
        return HookEventType.of(key)
                .filter(HookEventType.subscribable()::contains)
                .orElseThrow(() -> unfit("There is no event %s. There are %s.".formatted(key, known())));
    }

    private static String known() {
        return String.join(
                ", ",
                HookEventType.subscribable().stream().map(HookEventType::key).toList());
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    /**
     * @param phoneNumberId absent: events of all our numbers
     * @param enabled absent: yes
     */
    record WantedHook(
            @Nullable String url,
            @Nullable List<String> eventTypes,
            @Nullable String phoneNumberId,
            @Nullable Boolean enabled) {}

    /** @param host of the address, which may hold a secret */
    private record Audited(
            @Nullable String host,
            List<String> eventTypes,
            @Nullable String phoneNumberId,
            boolean enabled) {

        static Audited of(Hook hook) {
            return new Audited(
                    URI.create(hook.url()).getHost(), hook.eventTypes(), hook.phoneNumberId(), hook.enabled());
        }
    }

    /** @param eventTypes all there are */
    record HookList(List<HookView> hooks, List<String> eventTypes) {}

    /** @param secret what the receiver checks signatures by; it is not shown again */
    record HookWithSecret(HookView hook, String secret) {

        @Override
        public String toString() {
            return "HookWithSecret[hook=%s]".formatted(hook);
        }
    }

    /**
     * @param state on, resting (after many failures in a row, until {@code restsUntil}) or off
     * @param offBecause why it was switched off, when nobody did so
     */
    record HookView(
            long id,
            String url,
            List<String> eventTypes,
            @Nullable String phoneNumberId,
            String state,
            @Nullable String offBecause,
            @Nullable Instant restsUntil,
            String createdBy,
            Instant createdAt) {

        static HookView of(Hook hook, Instant now) {
            boolean resting = hook.enabled() && hook.resting(now);
            return new HookView(
                    hook.id(),
                    hook.url(),
                    hook.eventTypes(),
                    hook.phoneNumberId(),
                    resting ? "resting" : hook.enabled() ? "on" : "off",
                    hook.offBecause(),
                    resting ? hook.pausedUntil() : null,
                    hook.createdBy(),
                    hook.createdAt());
        }
    }
}
