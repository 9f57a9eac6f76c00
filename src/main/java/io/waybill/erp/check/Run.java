package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.Attempt;
import io.waybill.erp.EndpointProfile;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.RawAnswer;
import io.waybill.erp.check.Call.OutOfTime;
import io.waybill.erp.check.OperationReport.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One check while it runs: asks the gateway and gathers what is seen. */
final class Run {

    /** There is no point in going on. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** For taking back what was made after the time is over. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ErpGateway gateway;
    private final CheckOptions options;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Shown shown;
    private final Map<ErpOperation, Tested> tested = new EnumMap<>(ErpOperation.class);
    private final Instant start;
    private Instant end;

    Run(ErpGateway gateway, CheckOptions options, Clock clock, Supplier<String> ids) {
        this.gateway = gateway;
        this.options = options;
        this.clock = clock;
        this.ids = ids;
        this.shown = new Shown(gateway::withoutSecrets);
        this.start = clock.instant();
        this.end = start.plus(options.deadline());
    }

    /** When the check began. */
    Instant start() {
        return start;
    }

    CheckOptions options() {
        return options;
    }

    Shown shown() {
        return shown;
    }

    EndpointProfile profile() {
        return gateway.profile();
    }

    boolean has(ErpOperation operation) {
        return gateway.available().contains(operation);
    }

    Tested tested(ErpOperation operation) {
        return tested.computeIfAbsent(operation, any -> new Tested(operation, shown));
    }

    static ObjectNode request() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A key for a write that is not sent again. */
    String key() {
        return "check-" + ids.get();
    }

    void extendForTakingBack() {
        end = clock.instant().plus(GRACE);
    }

    /** Asks and holds what comes against the contract. */
    Call ask(ErpOperation operation, ObjectNode request, @Nullable String key) {
        Call call = askOpenly(operation, request, key);
        if (!call.went()) {
            explain(operation, call);
        }
        return call;
    }

    /** Asks where a refusal is an answer as well. */
    Call askOpenly(ErpOperation operation, ObjectNode request, @Nullable String key) {
        Call call = time(operation, request, key);
        tested(operation).look(call);
        return call;
    }

    /** Asks only to see how long it takes, and whether the same comes again. */
    Call time(ErpOperation operation, ObjectNode request, @Nullable String key) {
        return time(operation, call -> gateway.call(operation, request, key, call));
    }

    /** Looks for a write that was sent under {@code key}, in the way its profile says. */
    Call look(ErpOperation operation, ObjectNode request, String key) {
        return time(operation, call -> gateway.write(operation, request, Attempt.look(key), call));
    }

    /** Writes the request, and sends nothing. */
    Call askDry(ErpOperation operation, ObjectNode request, @Nullable String key) {
        Call call = new Call(clock, end, true);
        call.ended(gateway.call(operation, request, key, call));
        return call;
    }

    private Call time(ErpOperation operation, Function<Call, ErpAnswer> ask) {
        Tested about = tested(operation);
        Call call = new Call(clock, end);
        try {
            if (clock.instant().isAfter(end)) {
                throw new OutOfTime();
            }
            call.ended(ask.apply(call));
            return call;
        } catch (OutOfTime e) {
            about.add(Finding.of(
                    FindingKind.OUT_OF_TIME,
                    "The check's %d s were over here. Make the ERP quicker, or give the check more time."
                            .formatted(options.deadline().toSeconds())));
            throw new Over("The check ran out of time before.");
        } finally {
            about.timed(call);
            signIn(call);
        }
    }

    /** Asks a read some times more, until it fails. */
    void timeAgain(ErpOperation operation, ObjectNode request, int times) {
        for (int time = 0; time < times; time++) {
            Call call = time(operation, request, null);
            if (!call.went()) {
                explain(operation, call);
                return;
            }
        }
    }

    private void signIn(Call call) {
        List<RawAnswer> arrived = call.arrived(ErpOperation.AUTH);
        if (arrived.isEmpty()) {
            return;
        }
        Tested auth = tested(ErpOperation.AUTH);
        auth.timed(call);
        auth.look(call);
        if (call.understood(ErpOperation.AUTH).isEmpty()) {
            auth.add(WireCheck.of(arrived.getLast(), shown.reason(reason(call.reply()))));
        }
    }

    /** Says why a call did not go well. */
    void explain(ErpOperation operation, Call call) {
        Tested about = tested(operation);
        String reason = shown.reason(reason(call.reply()));
        List<RawAnswer> arrived = call.arrived(operation);
        if (arrived.isEmpty()) {
            if (tested(ErpOperation.AUTH).hasError()) {
                throw new Over("Not probed, because signing in failed.");
            }
            about.add(Finding.of(FindingKind.NOT_SENT, reason));
            return;
        }
        RawAnswer last = arrived.getLast();
        if (!call.understoodLast(operation)) {
            about.add(WireCheck.of(last, reason));
        } else if (!about.hasError()) {
            about.add(Finding.of(FindingKind.REFUSED, reason));
        }
        if (last.ending() == RawAnswer.Ending.NOT_SENT) {
            throw new Over("Not probed, because the ERP cannot be reached.");
        }
        if (last.status() == 401) {
            unauthorised(call);
            // Some ERPs wait after a wrong key, or lock the account after several.
            throw new Over("Not probed, because the ERP does not accept our credentials.");
        }
    }

    /** The token may be missing because it stands elsewhere in the answer. */
    private void unauthorised(Call call) {
        call.understood(ErpOperation.AUTH).stream()
                .filter(seen -> !seen.answer().hasNonNull("access_token"))
                .findFirst()
                .ifPresent(seen -> tested(ErpOperation.AUTH).add(new SignInCheck(shown).missing(seen.raw())));
    }

    static String reason(ErpReply reply) {
        return switch (reply) {
            case ErpReply.Refused(String reason) -> reason;
            case ErpReply.Down(String reason) -> reason;
            case ErpReply.Unknown(String reason) -> reason;
            case ErpReply.Ok ok -> "";
            case ErpReply.Empty empty -> "";
        };
    }

    /** Every operation there is, in the order of the contract. */
    List<OperationReport> reports() {
        return Arrays.stream(ErpOperation.values()).map(this::report).toList();
    }

    /** Says of all that were not reached why. */
    void over(Over why) {
        gateway.available().forEach(operation -> tested(operation).note(String.valueOf(why.getMessage())));
    }

    private OperationReport report(ErpOperation operation) {
        // A payment provider beside the ERP has its own.
        if (!has(operation) && profile().endpoint(operation).isEmpty()) {
            return new OperationReport(
                    operation,
                    operation.required(profile().kind()) ? Verdict.ERROR : Verdict.UNAVAILABLE,
                    0,
                    null,
                    List.of(),
                    List.of(),
                    "The endpoint profile does not have it.");
        }
        return tested(operation).report(options.slow());
    }
}
