package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Refused;
import io.waybill.erp.ErpReply.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is asked at a time. A call ends with the link it began with.
 *
 * @param number tells this link from those before it
 * @param closed why nothing is sent; null: it is open
 */
record ErpLink(
        long number,
        EndpointProfile profile,
        ErpCaller caller,
        Pages pages,
        FileFields files,
        KnownCustomers customers,
        PayLinks payLinks,
        Duration settle,
        @Nullable String closed) {

    ErpLink numbered(long other) {
        return new ErpLink(other, profile, caller, pages, files, customers, payLinks, settle, closed);
    }

    ErpLink closed(@Nullable String why) {
        return new ErpLink(number, profile, caller, pages, files, customers, payLinks, settle, why);
    }

    /** Asks it, whether or not it is closed; {@code pagesRead} is the number of the page that is read. */
    ErpReply ask(
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
        boolean activeOnly = request.path("active_only").asBoolean();
        return pages.read(operation, activeOnly, ownPageSize(operation), page -> {
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
    Optional<String> problemOf(ErpOperation operation, ObjectNode request) {
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
}
