package io.waybill.erp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Empty;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Unknown;
import io.waybill.expression.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.MDC;

/**
 * Reads of the ERP: lists and prices from memory while they are young, all else from the ERP itself. The same thing is asked once at
 * a time, whoever wants it; and when the ERP does not answer, the last good list is given, with {@code as_of} saying when it
 * was good.
 *
 * <p>Answers are shared: nobody may change what is in them. Nothing is kept of an answer that is not a good one.
 */
public final class ErpReads {

    /** The field of a list that is not of now: an ISO instant. */
    public static final String AS_OF = "as_of";

    private static final ObjectWriter CANONICAL = Json.MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private final ErpGateway erp;
    private final ErpCacheProperties settings;
    private final CacheEpochs epochs;
    private final Clock clock;
    private final Ticker ticker;
    private final AsyncCache<Key, ErpReply> kept;
    private final Cache<Key, Good> lastGood;

    ErpReads(ErpGateway erp, ErpCacheProperties settings, CacheEpochs epochs, Clock clock, Ticker ticker) {
        this.erp = erp;
        this.settings = settings;
        this.epochs = epochs;
        this.clock = clock;
        this.ticker = ticker;
        this.kept = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumWeight(settings.maxRows())
                .weigher((Key key, ErpReply reply) -> rows(reply))
                .expireAfter(Expiry.writing((Key key, ErpReply reply) -> settings.lifetime(key.kind())))
                .executor(Runnable::run)
                .buildAsync();
        this.lastGood = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumWeight(settings.maxRows())
                .weigher((Key key, Good good) -> rows(good.reply()))
                .expireAfterWrite(settings.staleFor())
                .build();
    }

    /** Asks for {@code request}, or answers what is known of it already; to be called outside of transactions. */
    public ErpAnswer ask(ErpOperation operation, ObjectNode request) {
        Optional<Cached> kind = Cached.of(operation);
        return kind.isPresent() ? known(kind.get(), operation, request) : erp.call(operation, request, null);
    }

    /** Asks the ERP itself, whatever is known; what it answers is known from then on. */
    public ErpAnswer askFresh(ErpOperation operation, ObjectNode request) {
        Optional<Cached> kind = Cached.of(operation);
        if (kind.isEmpty()) {
            return erp.call(operation, request, null);
        }
        Key key = key(kind.get(), operation, request, epochs.of(kind.get()));
        Key whole = key(kind.get(), operation, request, epochs.byHand());
        ErpAnswer answer = erp.call(operation, request, null);
        if (isGood(answer.reply())) {
            keep(whole, answer);
            kept.put(key, Flight.landed(answer));
        } else if (answer.reply() instanceof ErpReply.Refused) {
            kept.asMap().remove(key);
        }
        return answer;
    }

    private ErpAnswer known(Cached kind, ErpOperation operation, ObjectNode request) {
        Key key = key(kind, operation, request, epochs.of(kind));
        Key whole = key(kind, operation, request, epochs.byHand());
        Flight mine = new Flight(ticker.read());
        Flight shared = (Flight) kept.get(key, (asked, executor) -> {
            start(mine, key, whole, operation, request.deepCopy());
            return mine;
        });
        ErpReply reply = lastGood(operation, whole)
                .map(good -> inTime(shared, good))
                .orElseGet(() -> arrived(operation, shared));
        return shared == mine ? mine.answered(reply) : new ErpAnswer(reply, List.of(), List.of());
    }

    private Optional<Good> lastGood(ErpOperation operation, Key whole) {
        return operation.lists() ? Optional.ofNullable(lastGood.getIfPresent(whole)) : Optional.empty();
    }

    private void start(Flight flight, Key key, Key whole, ErpOperation operation, ObjectNode request) {
        String trace = MDC.get("trace");
        Thread.ofVirtual().name("erp-read").start(() -> {
            MDC.put("trace", trace);
            try {
                ErpAnswer answer = erp.call(operation, request, null);
                if (isGood(answer.reply())) {
                    keep(whole, answer);
                } else {
                    // Before it is told, so that whoever asks after this asks the ERP.
                    kept.asMap().remove(key, flight);
                }
                flight.land(answer);
            } catch (RuntimeException | Error e) {
                kept.asMap().remove(key, flight);
                flight.crash(e);
            }
        });
    }

    /** When the list in {@code answer} was read; empty where nobody knows any more. */
    public Optional<ListRead> readOf(ErpOperation operation, ObjectNode request, ErpAnswer answer) {
        if (answer.pages() > 0 && !answer.exchanges().isEmpty()) {
            return Optional.of(new ListRead(answer.exchanges().getLast().at(), answer.pages()));
        }
        return Cached.of(operation)
                .flatMap(kind -> lastGood(operation, key(kind, operation, request, epochs.byHand())))
                .map(good -> new ListRead(good.at(), good.pages()));
    }

    /** @param pages it took */
    public record ListRead(Instant at, int pages) {}

    private void keep(Key whole, ErpAnswer answer) {
        switch (answer.reply()) {
            case Ok ok
            when whole.operation().lists() -> lastGood.put(whole, new Good(ok, clock.instant(), answer.pages()));
            // What the ERP has no more is not shown from before.
            case Empty empty -> lastGood.invalidate(whole);
            default -> {}
        }
    }

    private ErpReply arrived(ErpOperation operation, Flight flight) {
        try {
            return flight.told.get().reply();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Down("%s: not waited for, because this node stops.".formatted(operation));
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    /** Waits for as long as there is patience since the ERP was asked, whoever asked. */
    private ErpReply inTime(Flight flight, Good good) {
        try {
            long left = settings.patience().toNanos() - (ticker.read() - flight.since);
            ErpReply reply =
                    flight.told.get(Math.max(0, left), TimeUnit.NANOSECONDS).reply();
            return reply instanceof Down || reply instanceof Unknown ? good.old() : reply;
        } catch (TimeoutException e) {
            return good.old();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return good.old();
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    private static boolean isGood(ErpReply reply) {
        return reply instanceof Ok || reply instanceof Empty;
    }

    private static int rows(ErpReply reply) {
        return reply instanceof Ok(JsonNode body)
                ? Math.max(1, body.path("items").size())
                : 1;
    }

    private Key key(Cached kind, ErpOperation operation, ObjectNode request, long epoch) {
        try {
            return new Key(kind, operation, CANONICAL.writeValueAsString(request), epoch, erp.link());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A request for %s is not JSON.".formatted(operation), e);
        }
    }

    /**
     * @param request with its fields sorted
     * @param link of the ERP that was asked
     */
    private record Key(Cached kind, ErpOperation operation, String request, long epoch, long link) {}

    /** A list, and when it was good. */
    private record Good(Ok reply, Instant at, int pages) {

        ErpReply old() {
            return new Ok(Json.shallow((ObjectNode) reply.body())
                    .put(AS_OF, at.truncatedTo(ChronoUnit.SECONDS).toString()));
        }
    }

    /** A call that is under way, or has ended well; it is told after the cache knows of its end. */
    private static final class Flight extends CompletableFuture<ErpReply> {

        private final long since;
        private final CompletableFuture<ErpAnswer> told = new CompletableFuture<>();

        Flight(long since) {
            this.since = since;
        }

        static Flight landed(ErpAnswer answer) {
            Flight flight = new Flight(0);
            flight.land(answer);
            return flight;
        }

        void land(ErpAnswer answer) {
            complete(answer.reply());
            told.complete(answer);
        }

        void crash(Throwable error) {
            completeExceptionally(error);
            told.completeExceptionally(error);
        }

        /** {@code reply} with the exchanges that it took so far. */
        ErpAnswer answered(ErpReply reply) {
            ErpAnswer landed = told.getNow(null);
            return landed == null
                    ? new ErpAnswer(reply, List.of(), List.of())
                    : new ErpAnswer(reply, landed.exchanges(), landed.notices(), landed.pages());
        }
    }
}
