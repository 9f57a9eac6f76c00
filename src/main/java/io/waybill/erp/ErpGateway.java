package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.erp.EndpointProfile.Idempotency;
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
import java.util.concurrent.atomic.AtomicInteger;
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
    private final PayLinks payLinks;
    private final Duration settle;
    private final MeterRegistry meters;
    private final @Nullable ErpGateway payments;

    ErpGateway(
            EndpointProfile profile,
            ErpCaller caller,
            Pages pages,
            FileFields files,
            PayLinks payLinks,
            Duration settle,
            MeterRegistry meters,
            @Nullable ErpGateway payments) {
        this.profile = profile;
        this.caller = caller;
        this.pages = pages;
        this.files = files;
        this.payLinks = payLinks;
        this.settle = settle;
        this.meters = meters;
        this.payments = payments;
    }

    /** The active profile of the ERP. */
    public EndpointProfile profile() {
        return profile;
    }

    /** After which a request that was sent has certainly arrived or never will. */
    public Duration settle() {
        return payments == null || settle.compareTo(payments.settle) >= 0 ? settle : payments.settle;
    }

    /** What can be asked, of the ERP or of the payment provider beside it. */
    public Set<ErpOperation> available() {
        Set<ErpOperation> available = profile.available();
        if (payments != null) {
            available.addAll(payments.available());
        }
        return available;
    }

    /** How a write of {@code operation} whose end is not known can be settled. */
    public Idempotency idempotency(ErpOperation operation) {
        return paying(operation) == null ? profile.idempotency(operation) : payments.idempotency(operation);
    }

    /** The profile of the system that is asked for {@code operation}. */
    EndpointProfile profile(ErpOperation operation) {
        ErpGateway paying = paying(operation);
        return paying == null ? profile : paying.profile;
    }

    /** The payment provider beside the ERP. */
    Optional<ErpGateway> payments() {
        return Optional.ofNullable(payments);
    }

    /** What keeps calls of the ERP back; the payment provider has its own. */
    Guards guards() {
        return caller.guards();
    }

    /** The payment provider, when it has {@code operation}: it then goes before the ERP. */
    private @Nullable ErpGateway paying(ErpOperation operation) {
        return payments != null && payments.available().contains(operation) ? payments : null;
    }

    /**
     * Asks the ERP and waits for the end of it; to be called outside of transactions.
     *
     * @param request with the contract's field names; page and limit of a list are filled in
     * @param idempotencyKey our reference for a write, of which nothing was sent before; not for reads
     */
    public ErpAnswer call(ErpOperation operation, ObjectNode request, @Nullable String idempotencyKey) {
        if (operation.writes() && idempotencyKey == null) {
            throw new IllegalArgumentException("%s needs a key.".formatted(operation));
        }
        return run(operation, request, operation.writes() ? Attempt.first(idempotencyKey) : null);
    }

    /** As {@link #call}, for a write that may have been tried before. */
    public ErpAnswer write(ErpOperation operation, ObjectNode request, Attempt attempt) {
        return run(operation, request, attempt);
    }

    private ErpAnswer run(ErpOperation operation, ObjectNode request, @Nullable Attempt attempt) {
        if (operation == ErpOperation.AUTH) {
            throw new IllegalArgumentException("AUTH is called by the gateway itself, when a call needs a token.");
        }
        ErpGateway paying = paying(operation);
        if (paying != null) {
            ErpAnswer answer = paying.run(operation, request, attempt);
            return new ErpAnswer(
                    PaymentSetup.words(titled(operation, answer.reply(), paying.profile)),
                    answer.exchanges(),
                    answer.notices().stream().map(PaymentSetup::words).toList());
        }
        long start = System.nanoTime();
        List<ErpExchange> exchanges = new ArrayList<>(1);
        AtomicInteger pagesRead = new AtomicInteger();
        ErpReply reply = problemOf(operation, request)
                .<ErpReply>map(Refused::new)
                .orElseGet(() -> ask(operation, request, attempt, exchanges, pagesRead));
        meters.timer("waybill.erp.calls", "operation", operation.name(), "outcome", outcome(reply))
                .record(Duration.ofNanos(System.nanoTime() - start));
        Optional<String> withheld = payLinks.problemOf(operation, reply);
        ErpReply shown = withheld.<ErpReply>map(Refused::new).orElse(reply);
        tell(shown, attempt == null ? null : attempt.key(), exchanges);
        List<String> notices = withheld.map(List::of).orElseGet(() -> notices(operation, request, reply));
        return new ErpAnswer(shown, exchanges, notices, pagesRead.get());
    }

    /** Whom a payment is made by is told to the ERP, and the provider's profile knows its name. */
    private static ErpReply titled(ErpOperation operation, ErpReply reply, EndpointProfile profile) {
        return operation == ErpOperation.REQUEST_PAYMENT
                        && reply instanceof Ok(ObjectNode body)
                        && !body.hasNonNull(Contract.METHOD)
                ? new Ok(body.deepCopy().put(Contract.METHOD, profile.title()))
                : reply;
    }

    /** The same, watched by {@code witness}. */
    public ErpAnswer call(
            ErpOperation operation, ObjectNode request, @Nullable String idempotencyKey, ErpWitness witness) {
        return Watching.by(witness, () -> call(operation, request, idempotencyKey));
    }

    /** The same, watched by {@code witness}. */
    public ErpAnswer write(ErpOperation operation, ObjectNode request, Attempt attempt, ErpWitness witness) {
        return Watching.by(witness, () -> write(operation, request, attempt));
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
    static String withoutNumbers(String reason) {
        return LONG_NUMBER.matcher(reason).replaceAll("***$1");
    }

    private ErpReply ask(
            ErpOperation operation,
            ObjectNode request,
            @Nullable Attempt attempt,
            List<ErpExchange> exchanges,
            AtomicInteger pagesRead) {
        if (isLookedUp(operation, attempt)) {
            return lookUp(operation, request, attempt, exchanges);
        }
        if (!operation.lists()) {
            return caller.ask(operation, request, attempt, null, exchanges);
        }
        return pages.read(operation, request.path("active_only").asBoolean(), ownPageSize(operation), page -> {
            pagesRead.set(page.number());
            return caller.ask(
                    operation,
                    request.deepCopy().put("page", page.number()).put("limit", page.size()),
                    attempt,
                    page,
                    exchanges);
        });
    }

    /** A mapped operation looks up what it made itself. */
    private boolean isLookedUp(ErpOperation operation, @Nullable Attempt attempt) {
        return attempt != null
                && attempt.kind() != Attempt.Kind.FIRST
                && operation == ErpOperation.CREATE_ORDER
                && profile.idempotency(operation) == EndpointProfile.Idempotency.FINDABLE
                && !(profile.endpoint(operation).orElse(null) instanceof Endpoint.Mapped);
    }

    private ErpReply lookUp(ErpOperation operation, ObjectNode request, Attempt attempt, List<ErpExchange> exchanges) {
        ObjectNode reference = ErpJson.object().put("client_reference", attempt.key());
        return switch (caller.ask(ErpOperation.FIND_ORDER, reference, null, null, exchanges)) {
            case Ok(JsonNode order) when isOurs(order, attempt.key()) -> new Ok(order);
            case Ok other ->
                new Unknown("FIND_ORDER: the ERP found an order with another client_reference than %s."
                        .formatted(attempt.key()));
            case ErpReply.Empty absent
            when attempt.kind() == Attempt.Kind.LOOK ->
                new Unknown("%s: not in the ERP yet; it is looked for again.".formatted(operation));
            case ErpReply.Empty absent -> caller.ask(operation, request, attempt, null, exchanges);
            case Refused(String reason) -> new Unknown(reason);
            case Down(String reason) -> new Unknown(reason);
            case Unknown unknown -> unknown;
        };
    }

    /** An ERP that ignores what it is asked for would answer with somebody else's order. */
    private static boolean isOurs(JsonNode order, String key) {
        return !order.hasNonNull("client_reference")
                || key.equals(order.path("client_reference").asText());
    }

    /** 0 when the profile has none for this operation. */
    private int ownPageSize(ErpOperation operation) {
        return profile.endpoint(operation).orElse(null) instanceof Endpoint.Mapped(var mapping)
                        && mapping.paging() != null
                        && mapping.paging().size() != null
                ? mapping.paging().size()
                : 0;
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
                .or(() -> endpoint.get() instanceof Endpoint.Canonical canonical
                        ? problemOfPath(operation, canonical, request)
                        : Optional.empty());
    }

    private static Optional<String> problemOfPath(
            ErpOperation operation, Endpoint.Canonical endpoint, ObjectNode request) {
        return endpoint.path()
                .unfit(FieldScope.of(request))
                .map(field -> "%s was not sent: %s is %s, which cannot stand in the path %s."
                        .formatted(operation, field, ContractCheck.describe(request.path(field)), endpoint.path()));
    }

    private List<String> notices(ErpOperation operation, ObjectNode request, ErpReply reply) {
        String phone = request.path("phone").textValue();
        if (operation != ErpOperation.UPSERT_CUSTOMER || phone == null || !(reply instanceof Ok(JsonNode body))) {
            return List.of();
        }
        return customers.changed(phone, body.get("external_customer_id").textValue()).stream()
                .toList();
    }

    static String outcome(ErpReply reply) {
        return reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
