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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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

    private final MeterRegistry meters;
    private final @Nullable ErpGateway payments;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Supplier<Optional<String>> beforeWrite = Optional::empty;
    private volatile ErpLink link;

    ErpGateway(ErpLink link, MeterRegistry meters, @Nullable ErpGateway payments) {
        this.link = link;
        this.meters = meters;
        this.payments = payments;
    }

    /** From now on {@code other} is asked, and nothing else. */
    synchronized void use(ErpLink other) {
        link = other.numbered(link.number() + 1);
        listeners.forEach(Runnable::run);
    }

    /** The same is asked, but nothing is sent for {@code reason}; null: it is sent again. */
    synchronized void close(@Nullable String reason) {
        link = link.closed(reason);
    }

    /** Asks {@code hindrance}, before each write, why it cannot be sent; it may have another ERP asked from then on. */
    void beforeEachWrite(Supplier<Optional<String>> hindrance) {
        beforeWrite = hindrance;
    }

    /** Hears of each other link. */
    void onOtherLink(Runnable listener) {
        listeners.add(listener);
    }

    /** What is asked now. */
    ErpLink now() {
        return link;
    }

    /** Grows whenever another ERP is asked, or the same in another way: what was read before is not of it. */
    long link() {
        return link.number();
    }

    /** The active profile of the ERP. */
    public EndpointProfile profile() {
        return link.profile();
    }

    /** After which a request that was sent has certainly arrived or never will. */
    public Duration settle() {
        Duration own = link.settle();
        return payments == null || own.compareTo(payments.settle()) >= 0 ? own : payments.settle();
    }

    /** What can be asked, of the ERP or of the payment provider beside it. */
    public Set<ErpOperation> available() {
        Set<ErpOperation> available = link.profile().available();
        if (payments != null) {
            available.addAll(payments.available());
        }
        return available;
    }

    /** How a write of {@code operation} whose end is not known can be settled. */
    public Idempotency idempotency(ErpOperation operation) {
        return paying(operation) == null ? link.profile().idempotency(operation) : payments.idempotency(operation);
    }

    /** The profile of the system that is asked for {@code operation}. */
    EndpointProfile profile(ErpOperation operation) {
        ErpGateway paying = paying(operation);
        return paying == null ? link.profile() : paying.profile();
    }

    /** The payment provider beside the ERP. */
    Optional<ErpGateway> payments() {
        return Optional.ofNullable(payments);
    }

    /** What keeps calls of the ERP back; the payment provider has its own. */
    Guards guards() {
        return link.caller().guards();
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
                    PaymentSetup.words(titled(operation, answer.reply(), paying.profile())),
                    answer.exchanges(),
                    answer.notices().stream().map(PaymentSetup::words).toList());
        }
        Optional<String> hindrance = attempt == null ? Optional.empty() : beforeWrite.get();
        ErpLink now = link;
        long start = System.nanoTime();
        List<ErpExchange> exchanges = new ArrayList<>(1);
        AtomicInteger pagesRead = new AtomicInteger();
        ErpReply reply = now.problemOf(operation, request)
                .<ErpReply>map(Refused::new)
                .or(() -> hindrance
                        .or(() -> Optional.ofNullable(now.closed()))
                        .map(why -> new Down("%s: not sent. %s".formatted(operation, why))))
                .orElseGet(() -> now.ask(operation, request, attempt, exchanges, pagesRead));
        meters.timer("waybill.erp.calls", "operation", operation.name(), "outcome", outcome(reply))
                .record(Duration.ofNanos(System.nanoTime() - start));
        Optional<String> withheld = now.payLinks().problemOf(operation, reply);
        ErpReply shown = withheld.<ErpReply>map(Refused::new).orElse(reply);
        if (!Watching.isDry()) {
            tell(shown, attempt == null ? null : attempt.key(), exchanges);
        }
        List<String> notices = withheld.map(List::of).orElseGet(() -> notices(now, operation, request, reply));
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
        return link.caller().withoutSecrets(text);
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

    private static List<String> notices(ErpLink now, ErpOperation operation, ObjectNode request, ErpReply reply) {
        String phone = request.path("phone").textValue();
        if (operation != ErpOperation.UPSERT_CUSTOMER || phone == null || !(reply instanceof Ok(JsonNode body))) {
            return List.of();
        }
        return now.customers().changed(phone, body.get("external_customer_id").textValue()).stream()
                .toList();
    }

    static String outcome(ErpReply reply) {
        return reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
