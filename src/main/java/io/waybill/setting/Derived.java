package io.waybill.setting;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made of a value that seldom changes; made anew only when it has. */
public final class Derived<T, R> implements Supplier<R> {

    private final Supplier<T> source;
    private final Function<? super T, ? extends R> making;
    private volatile @Nullable Made<T, R> last;

    public Derived(Supplier<T> source, Function<? super T, ? extends R> making) {
        this.source = source;
        this.making = making;
    }

    private record Made<T, R>(T from, R value) {}

    @Override
    public R get() {
        T now = source.get();
        Made<T, R> known = last;
        if (known == null || !known.from().equals(now)) {
            known = new Made<>(now, making.apply(now));
            last = known;
        }
        return known.value();
    }
}
