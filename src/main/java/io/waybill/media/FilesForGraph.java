package io.waybill.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waybill.message.FileType;
import io.waybill.message.StoredFile;
import io.waybill.whatsapp.MediaUploads;
import io.waybill.whatsapp.OwnFiles;
import io.waybill.whatsapp.SendFailure;
import io.waybill.whatsapp.UploadResult;
import io.waybill.whatsapp.WhatsAppChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kept files as messages to WhatsApp need them: handed to Graph once for each content and number, and again before Meta
 * forgets them. The simulated phone reaches our own address and gets links.
 */
final class FilesForGraph implements OwnFiles {

    /** How long Meta keeps what it was handed. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** How long before that end a file is handed over again. */
    private static final Duration RENEWED_BEFORE = Duration.ofDays(5);

    private static final int REMEMBERED = 10_000;

    private final MediaStore store;
    private final OutboundMedia known;
    private final Uploads uploads;
    private final MediaLinks links;
    private final Clock clock;
    private final Cache<String, StoredFile> files =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<OutboundMedia.Key, OutboundMedia.GraphId> ids =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    /** An upload takes long: all who need the file meanwhile wait for the one that began. */
    private final Map<OutboundMedia.Key, CompletableFuture<Named>> underWay = new ConcurrentHashMap<>();

    /** Hands a file to Graph once. */
    @FunctionalInterface
    interface Uploads {
        UploadResult upload(WhatsAppChannel channel, MediaUploads.FileToSend file);
    }

    FilesForGraph(MediaStore store, OutboundMedia known, Uploads uploads, MediaLinks links, Clock clock) {
        this.store = store;
        this.known = known;
        this.uploads = uploads;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Named name(WhatsAppChannel channel, String fileId) {
        Optional<StoredFile> file = file(fileId);
        if (file.isEmpty()) {
            return new Named.NotNow(SendFailure.permanent("This file is not kept any more."));
        }
        if (!channel.real()) {
            return new Named.ByLink(links.path(fileId, clock.instant()));
        }
        OutboundMedia.Key key = new OutboundMedia.Key(file.get().sha256(), channel.phoneNumberId());
        OutboundMedia.GraphId id = ids.getIfPresent(key);
        return id != null && isFresh(id) ? new Named.ById(id.id()) : together(channel, key, file.get());
    }

    @Override
    public void forget(WhatsAppChannel channel, String fileId, String graphId) {
        file(fileId).ifPresent(file -> {
            OutboundMedia.Key key = new OutboundMedia.Key(file.sha256(), channel.phoneNumberId());
            known.forget(key, graphId);
            ids.invalidate(key);
        });
    }

    private Optional<StoredFile> file(String id) {
        StoredFile remembered = files.getIfPresent(id);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<StoredFile> found = store.find(id).map(MediaStore.Kept::file);
        found.ifPresent(file -> files.put(id, file));
        return found;
    }

    private Named together(WhatsAppChannel channel, OutboundMedia.Key key, StoredFile file) {
        CompletableFuture<Named> mine = new CompletableFuture<>();
        CompletableFuture<Named> first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            return first.join();
        }
        try {
            mine.complete(found(channel, key, file));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            underWay.remove(key);
        }
        return mine.join();
    }

    /** Another node may have handed it over; what Meta still knows will do when it cannot be handed over anew. */
    private Named found(WhatsAppChannel channel, OutboundMedia.Key key, StoredFile file) {
        Optional<OutboundMedia.GraphId> id = known.find(key);
        if (id.filter(this::isFresh).isPresent()) {
            return remembered(key, id.get());
        }
        Instant before = clock.instant();
        return switch (upload(channel, file)) {
            case UploadResult.Uploaded(String graphId) -> {
                OutboundMedia.GraphId got = new OutboundMedia.GraphId(graphId, before.plus(KEPT));
                known.save(key, got);
                yield remembered(key, got);
            }
            case UploadResult.Failed(SendFailure failure) ->
                id.filter(old -> old.expiresAt().isAfter(before))
                        .<Named>map(old -> new Named.ById(old.id()))
                        .orElseGet(() -> otherwise(file, failure));
        };
    }

    private Named remembered(OutboundMedia.Key key, OutboundMedia.GraphId id) {
        ids.put(key, id);
        return new Named.ById(id.id());
    }

    /** A file that Graph does not take from us it may still fetch. */
    private Named otherwise(StoredFile file, SendFailure failure) {
        boolean all = failure.kind() == SendFailure.Kind.CONFIGURATION || failure.kind() == SendFailure.Kind.WAIT;
        return all || !links.areKnown()
                ? new Named.NotNow(failure)
                : new Named.ByLink(links.to(file.id(), clock.instant()).toString());
    }

    /** Nothing is sent twice by an upload that is made twice, so an unclear end is worth a second try. */
    private UploadResult upload(WhatsAppChannel channel, StoredFile file) {
        UploadResult first = uploadOnce(channel, file);
        return first instanceof UploadResult.Failed(SendFailure failure) && isPassing(failure)
                ? uploadOnce(channel, file)
                : first;
    }

    private static boolean isPassing(SendFailure failure) {
        return failure.kind() == SendFailure.Kind.RETRY || failure.kind() == SendFailure.Kind.AMBIGUOUS;
    }

    private UploadResult uploadOnce(WhatsAppChannel channel, StoredFile file) {
        String ending =
                FileType.of(file.mime()).orElse(FileType.OTHER).extensions().getFirst();
        return uploads.upload(
                channel,
                new MediaUploads.FileToSend(
                        file.id() + '.' + ending, file.mime(), file.size(), () -> store.open(file.id())));
    }

    private boolean isFresh(OutboundMedia.GraphId id) {
        return id.expiresAt().minus(RENEWED_BEFORE).isAfter(clock.instant());
    }
}
