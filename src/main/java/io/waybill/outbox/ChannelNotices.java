package io.waybill.outbox;

import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells staff how one number fares: the latest is what counts, and is told until the database has it. */
final class ChannelNotices implements GateListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChannelNotices.class);
    private static final long BETWEEN_TRIES = 1_000_000_000L;

    private final Notices notices;
    private final String phoneNumberId;
    private final AtomicReference<@Nullable Runnable> untold = new AtomicReference<>();
    private volatile boolean closed;

    ChannelNotices(Notices notices, String phoneNumberId) {
        this.notices = notices;
        this.phoneNumberId = phoneNumberId;
    }

    @Override
    public void stopped(String advice) {
        tell(() -> notices.raise(
                Kind.CHANNEL_STOPPED,
                phoneNumberId,
                "Nothing goes out to WhatsApp; messages are kept and go when it is set right. " + advice,
                null));
    }

    @Override
    public void limited(String advice) {
        tell(() -> notices.raise(
                Kind.CHANNEL_LIMITED,
                phoneNumberId,
                "Meta holds the number up; messages are kept and go by themselves when it allows it. " + advice,
                null));
    }

    @Override
    public void goesOn() {
        tell(() -> {
            notices.end(Kind.CHANNEL_STOPPED, phoneNumberId);
            notices.end(Kind.CHANNEL_LIMITED, phoneNumberId);
        });
    }

    private void tell(Runnable news) {
        if (untold.getAndSet(news) == null) {
            Thread.ofVirtual().name("channel-notices").start(this::tellLatest);
        }
    }

    private void tellLatest() {
        @Nullable Runnable news = untold.get();
        while (news != null && !closed) {
            try {
                news.run();
                news = untold.compareAndSet(news, null) ? null : untold.get();
            } catch (DataAccessException | TransactionException e) {
                log.warn("Staff cannot be told how the number {} fares: {}", phoneNumberId, e.toString());
                LockSupport.parkNanos(BETWEEN_TRIES);
                news = untold.get();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
