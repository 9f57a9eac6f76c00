package io.waybill.hook;

import io.waybill.access.Caller;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The hooks that the caller may deal with: an API key only those whose events it may be told of. */
final class VisibleHooks {

    private final Hooks hooks;

    VisibleHooks(Hooks hooks) {
        this.hooks = hooks;
    }

    List<Hook> all() {
        Caller caller = Caller.current();
        return hooks.all().stream()
                .filter(hook -> types(hook).stream().allMatch(type -> caller.may(type.scope())))
                .toList();
    }

    /** Answers 404 when there is none, and 403 to a key that lacks a scope. */
    Hook get(long id) {
        Caller caller = Caller.current();
        Hook hook = hooks.find(id).orElseThrow(() -> unknown(id));
        types(hook).forEach(type -> caller.require(type.scope()));
        return hook;
    }

    static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no hook %d.".formatted(id));
    }

    private static List<HookEventType> types(Hook hook) {
        return hook.eventTypes().stream()
                .map(HookEventType::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
