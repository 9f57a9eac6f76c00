package io.waybill.erp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.mapping.Outcome;
import io.waybill.erp.mapping.Path;
import io.waybill.expression.Value;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one ERP is reached: where it has which operation, how that is said there, and what it can stand.
 *
 * @param name of its file, without {@code .yaml}
 * @param notes what to know before it works
 * @param idempotency how a write in our own words with an unknown end is settled
 * @param files how it gets the files that customers send
 * @param auth how it knows who asks
 * @param secrets that {@code auth} refers to, by name
 * @param constants of this shop; null stands for one that has to be set
 * @param message where its error answers say what is wrong
 * @param secretFields values made of secrets that requests carry, by name
 * @param paying what concerns payments only
 * @param outcomes what a status means where it does not mean the usual
 */
public record EndpointProfile(
        String name,
        String title,
        Kind kind,
        List<String> notes,
        Idempotency idempotency,
        Files files,
        Map<ErpOperation, Endpoint> endpoints,
        Auth auth,
        Set<String> secrets,
        ObjectNode constants,
        List<Path> message,
        Map<String, Value> secretFields,
        Paying paying,
        Map<Integer, Outcome> outcomes,
        Limits limits) {

    public EndpointProfile {
        endpoints = Map.copyOf(endpoints);
        notes = List.copyOf(notes);
        secrets = Set.copyOf(secrets);
        secretFields = Map.copyOf(secretFields);
        message = List.copyOf(message);
        outcomes = Map.copyOf(outcomes);
    }

    /** Empty when this ERP does not have {@code operation}. */
    public Optional<Endpoint> endpoint(ErpOperation operation) {
        return Optional.ofNullable(endpoints.get(operation));
    }

    /** The operations this ERP has; signing in is not one that a flow could ask for. */
    public Set<ErpOperation> available() {
        Set<ErpOperation> available = EnumSet.noneOf(ErpOperation.class);
        available.addAll(endpoints.keySet());
        available.remove(ErpOperation.AUTH);
        return available;
    }

    /** True when Camel routes do all of it, so that no request of ours goes anywhere. */
    boolean isRoutesOnly() {
        return endpoints.values().stream().allMatch(Endpoint.Routed.class::isInstance);
    }

    /** How a write of {@code operation} whose end is not known can be settled. */
    public Idempotency idempotency(ErpOperation operation) {
        return switch (endpoint(operation).orElse(null)) {
            case null -> Idempotency.MANUAL;
            case Endpoint.Canonical canonical -> canonical(idempotency, operation);
            case Endpoint.Routed routed -> canonical(routed.idempotency(), operation);
            case Endpoint.Mapped(var mapping) ->
                mapping.repeatable()
                        ? Idempotency.KEYED
                        : mapping.findable() ? Idempotency.FINDABLE : Idempotency.MANUAL;
        };
    }

    /** Only orders can be looked up; what sets a state may be sent again wherever anything is honoured at all. */
    private Idempotency canonical(Idempotency claimed, ErpOperation operation) {
        if (claimed != Idempotency.FINDABLE) {
            return claimed;
        }
        if (operation == ErpOperation.CREATE_ORDER) {
            return endpoints.containsKey(ErpOperation.FIND_ORDER) ? Idempotency.FINDABLE : Idempotency.MANUAL;
        }
        return operation.setsState() ? Idempotency.KEYED : Idempotency.MANUAL;
    }

    /** What a profile speaks to. */
    public enum Kind {
        ERP,
        /** A payment provider beside the ERP. */
        PAYMENT
    }

    /**
     * What a system that takes payments says of them.
     *
     * @param callback where a call of it says which payment it is about; null: it makes none
     * @param isToldWhereToCall requests name our address for such calls
     * @param linkHosts of its pages to pay at
     */
    public record Paying(@Nullable Path callback, boolean isToldWhereToCall, Set<String> linkHosts) {

        public Paying {
            linkHosts = Set.copyOf(linkHosts);
        }
    }

    /** How an ERP gets the files that customers send. */
    public enum Files {
        /** Their bytes stand in the request, as base64. */
        INLINE,
        /** The request says where to fetch them. */
        LINK
    }

    /** What an ERP offers against doing a write twice. */
    public enum Idempotency {
        /** Asking again with the same key is safe: it honours {@code Idempotency-Key}, or doing it twice is doing it once. */
        KEYED,
        /** A write can be looked up by our reference. */
        FINDABLE,
        /** Neither: a person decides. */
        MANUAL
    }

    /** What the ERP can stand. What is null is left to {@code waybill.erp.*}. */
    public record Limits(
            @Nullable Duration connectTimeout,
            @Nullable Duration responseTimeout,
            @Nullable Integer bulkhead,
            @Nullable Integer pageSize,
            @Nullable Integer maxPages,
            @Nullable Rate rate) {}

    /** So many calls within so much time, all operations together. */
    public record Rate(int calls, Duration time) {}
}
