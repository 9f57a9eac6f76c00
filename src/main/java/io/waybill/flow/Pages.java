package io.waybill.flow;

import java.util.List;

/** Ten options fit into a WhatsApp list: of more, nine are shown with a row "More", and the last page has up to ten. */
final class Pages {

    private static final int ROWS = 10;
    private static final int WITH_MORE = ROWS - 1;

    private Pages() {}

    static <T> List<T> page(List<T> all, int page) {
        int from = Math.min(page * WITH_MORE, all.size());
        return all.subList(from, isLast(all.size(), page) ? all.size() : from + WITH_MORE);
    }

    static boolean isLast(int size, int page) {
        return size - page * WITH_MORE <= ROWS;
    }
}
