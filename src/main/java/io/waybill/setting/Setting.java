package io.waybill.setting;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one kind: as configured until somebody saves them in the console, then as they were saved, on every node.
 *
 * @param <T> a record that is written as JSON and read again
 */
public final class Setting<T> implements Supplier<T> {

    private final String kind;
    private final Class<T> type;
    private final T configured;
    private final Consumer<T> check;
    private final SavedSettings saved;
    private volatile Current<T> current;
    private int seen;

    Setting(String kind, Class<T> type, T configured, Consumer<T> check, SavedSettings saved) {
        this.kind = kind;
        this.type = type;
        this.configured = configured;
        this.check = check;
        this.saved = saved;
        this.current = new Current<>(0, configured, null, null);
    }

    /**
     * @param version grows by one each time it is saved; 0: it is the configuration's
     * @param at when it was saved
     */
    public record Current<T>(
            int version,
            T value,
            @Nullable Instant at,
            @Nullable String by) {}

    /** What counts now; no question to the database. */
    @Override
    public T get() {
        return current.value();
    }

    public Current<T> current() {
        return current;
    }

    /**
     * From now on this counts, on other nodes within two seconds.
     *
     * @param version of what was changed
     * @throws WrongSetting when it cannot be
     * @throws ChangedMeanwhile when another version is there by now
     */
    public Current<T> save(int version, T value, String by) {
        check.accept(value);
        saved.save(this, version, value, by);
        return current;
    }

    String kind() {
        return kind;
    }

    Class<T> type() {
        return type;
    }

    T configured() {
        return configured;
    }

    /** What another version of it is; a row that cannot be used is told of once. */
    synchronized void take(SavedSettings.Row row) {
        if (row.version() > seen) {
            seen = row.version();
            T value = saved.read(row, type);
            check.accept(value);
            current = new Current<>(row.version(), value, row.at(), row.by());
        }
    }
}
