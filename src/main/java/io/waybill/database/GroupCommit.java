package io.waybill.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits what many threads want written at the same time in one transaction, so that they share one wait for the disk.
 *
 * <p>Nothing is delayed to fill a group: whatever came in while the last commit ran is the next group. When a group fails,
 * each of its members is tried alone, so one bad row harms only itself.
 *
 * @param <T> what is written
 * @param <R> what its writer learns after the commit
 */
public final class GroupCommit<T, R> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private final String name;
    private final int groupSize;
    private final Function<List<T>, List<R>> write;
    private final BlockingQueue<Item<T, R>> queue;
    private final Thread writer;
    private volatile boolean closed;

    /**
     * @param write runs one transaction and answers one result for each element, in order
     * @param capacity elements that may wait; past that {@link #submit} refuses
     */
    public GroupCommit(String name, int capacity, int groupSize, Function<List<T>, List<R>> write) {
        this.name = name;
        this.groupSize = groupSize;
        this.write = write;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.writer = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Completes after the commit; fails with {@link Overloaded} at once when too many wait. */
    public CompletableFuture<R> submit(T element) {
        Entry<T, R> entry = new Entry<>(element, new CompletableFuture<>());
        if (closed || !queue.offer(entry) || isLate(entry)) {
            entry.done.completeExceptionally(new Overloaded(name));
        }
        return entry.done;
    }

    /** Waits until {@code element} is committed, and for a place in the queue if need be. */
    public R commit(T element) throws InterruptedException {
        if (closed) {
            throw new Overloaded(name);
        }
        Entry<T, R> entry = new Entry<>(element, new CompletableFuture<>());
        queue.put(entry);
        if (isLate(entry)) {
            throw new Overloaded(name);
        }
        try {
            return entry.done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** It came while this was closed, and nobody will write it. */
    private boolean isLate(Entry<T, R> entry) {
        return closed && queue.remove(entry);
    }

    private void run() {
        List<Item<T, R>> items = new ArrayList<>(groupSize);
        try {
            while (!closed || !queue.isEmpty()) {
                items.clear();
                items.add(queue.take());
                queue.drainTo(items, groupSize - 1);
                write(entries(items));
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private static <T, R> List<Entry<T, R>> entries(Collection<Item<T, R>> items) {
        List<Entry<T, R>> entries = new ArrayList<>(items.size());
        for (Item<T, R> item : items) {
            if (item instanceof Entry<T, R> entry) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private void write(List<Entry<T, R>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            List<R> results = write.apply(group.stream().map(Entry::element).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).done().complete(results.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (group.size() == 1) {
                group.getFirst().done().completeExceptionally(e);
                return;
            }
            log.warn("A group of {} for {} failed and is written one by one: {}", group.size(), name, e.toString());
            group.forEach(entry -> write(List.of(entry)));
        }
    }

    /** Writes what is waiting, then stops. */
    @Override
    public void close() {
        closed = true;
        // Where there is no place for it, the writer is not waiting either.
        queue.offer(new End<>());
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        entries(queue).forEach(entry -> entry.done().completeExceptionally(new Overloaded(name)));
    }

    private sealed interface Item<T, R> {}

    private record Entry<T, R>(T element, CompletableFuture<R> done) implements Item<T, R> {}

    /** Wakes a writer that waits, so that it sees that this is closed. */
    private record End<T, R>() implements Item<T, R> {}

    /** Too much waits to be written; the sender should come again later. */
    public static final class Overloaded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overloaded(String name) {
            super("Too much is waiting to be written by " + name + ".");
        }
    }
}
