package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Refused;
import io.waybill.erp.ErpReply.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the ERP. Whatever the ERP does, a call ends in an {@link ErpReply}; a write is sent again only when the ERP has
 * certainly not executed it.
 */
public final class ErpGateway {

    private static final Logger log = LoggerFactory.getLogger(ErpGateway.class);

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{4,}(\\d{3})");

    private final EndpointProfile profile;
    private final ErpCaller caller;
    private final Pages pages;
    private final FileFields files;
    private final KnownCustomers customers = new KnownCustomers();
    private final MeterRegistry meters;

    ErpGateway(EndpointProfile profile, ErpCaller caller, Pages pages, FileFields files, MeterRegistry meters) {
        this.profile = profile;
        this.caller = caller;
        this.pages = pages;
        this.files = files;
        this.meters = meters;
    }

    /** The active profile. */
    public EndpointProfile profile() {
        return profile;
    }

    /** What the active ERP can be asked. */
    public Set<ErpOperation> available() {
        return profile.available();
    }

    /**
     * Asks the ERP and waits for the end of it; to be called outside of transactions.
     *
     * @param request with the contract's field names; page and limit of a list are filled in
     * @param idempotencyKey our reference for a write, the same when the same write is asked for again; not for reads
     */
    public ErpAnswer call(ErpOperation operation, ObjectNode request, @Nullable String idempotencyKey) {
        if (operation == ErpOperation.AUTH) {
            throw new IllegalArgumentException("AUTH is called by the gateway itself, when a call needs a token.");
        }
        if (operation.writes() && !isKey(idempotencyKey)) {
            throw new IllegalArgumentException("%s needs a key of letters, digits and -._:".formatted(operation));
        }
        long start = System.nanoTime();
        List<ErpExchange> exchanges = new ArrayList<>(1);
        ErpReply reply = problemOf(operation, request)
                .<ErpReply>map(Refused::new)
                .orElseGet(() -> ask(operation, request, operation.writes() ? idempotencyKey : null, exchanges));
        meters.timer("waybill.erp.calls", "operation", operation.name(), "outcome", outcome(reply))
                .record(Duration.ofNanos(System.nanoTime() - start));
        tell(reply, idempotencyKey, exchanges);
        return new ErpAnswer(reply, exchanges, notices(operation, request, reply));
    }

    /** The same, watched by {@code witness}. */
    public ErpAnswer call(
            ErpOperation operation, ObjectNode request, @Nullable String idempotencyKey, ErpWitness witness) {
        return Watching.by(witness, () -> call(operation, request, idempotencyKey));
    }

    /** {@code text} without tokens and passwords: what an ERP answers may repeat them. */
    public String withoutSecrets(String text) {
        return caller.withoutSecrets(text);
    }

    private static void tell(ErpReply reply, @Nullable String key, List<ErpExchange> exchanges) {
        switch (reply) {
            case Unknown(String reason) -> log.warn("ERP call {} ended unknown: {}", key, withoutNumbers(reason));
            case Refused(String reason) -> log.warn("ERP call refused: {}", withoutNumbers(reason));
            // What was not sent for the sake of an ERP in trouble was told when the trouble began.
            case Down(String reason)
            when !exchanges.isEmpty() -> log.warn("ERP call failed: {}", withoutNumbers(reason));
            case Down down -> log.debug("ERP call failed: {}", down.reason());
            case Ok ok -> {}
            case ErpReply.Empty empty -> {}
        }
    }

    /** An ERP may repeat a phone number in its error message. */
    private static String withoutNumbers(String reason) {
        return LONG_NUMBER.matcher(reason).replaceAll("***$1");
    }

    private ErpReply ask(
            ErpOperation operation, ObjectNode request, @Nullable String key, List<ErpExchange> exchanges) {
        return operation.lists()
                ? pages.read(operation, request, page -> caller.ask(operation, page, null, exchanges))
                : caller.ask(operation, request, key, exchanges);
    }

    /** Why there is no point in asking. */
    private Optional<String> problemOf(ErpOperation operation, ObjectNode request) {
        Optional<Endpoint> endpoint = profile.endpoint(operation);
        if (endpoint.isEmpty()) {
            return Optional.of("%s was not sent: the endpoint profile \"%s\" says that this ERP does not have it."
                    .formatted(operation, profile.name()));
        }
        return ContractCheck.problemOfRequest(Contract.of(operation), request)
                .or(() -> files.problemOf(Contract.of(operation), request))
                .or(() -> new PathTemplate(endpoint.get().path())
                        .unfit(request)
                        .map(field -> "%s was not sent: %s is %s, which cannot stand in the path %s."
                                .formatted(
                                        operation,
                                        field,
                                        ContractCheck.describe(request.path(field)),
                                        endpoint.get().path())));
    }

    private List<String> notices(ErpOperation operation, ObjectNode request, ErpReply reply) {
        String phone = request.path("phone").textValue();
        if (operation != ErpOperation.UPSERT_CUSTOMER || phone == null || !(reply instanceof Ok(JsonNode body))) {
            return List.of();
        }
        return customers.changed(phone, body.get("external_customer_id").textValue()).stream()
                .toList();
    }

    private static boolean isKey(@Nullable String key) {
        return key != null && !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static String outcome(ErpReply reply) {
        return reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
