package io.waybill.bench;

import java.util.List;
import java.util.Locale;

/** One line of the table: what a phase did and what it cost per 1,000 messages. */
record BenchRow(
        String target,
        String phase,
        double perSecond,
        int messages,
        Latencies reply,
        Latencies ack,
        int lost,
        int doubled,
        int outOfOrder,
        double drain,
        double appCpu,
        double postgresCpu,
        double benchCpu,
        long residentMegabytes,
        double startSeconds) {

    private static final List<String> HEADINGS = List.of(
            "target",
            "phase",
            "msg/s",
            "messages",
            "p50 ms",
            "p99 ms",
            "max ms",
            "ACK p50",
            "ACK p99",
            "lost",
            "doubled",
            "out of order",
            "drain s",
            "CPU s/1000 app",
            "PG",
            "app + PG",
            "driver + fakes",
            "RSS MB",
            "start s");

    /** Whether everything acknowledged was answered, once and in order. */
    boolean isRight() {
        return lost == 0 && doubled == 0 && outOfOrder == 0;
    }

    static String table(List<BenchRow> rows) {
        var table = new StringBuilder();
        line(table, HEADINGS);
        line(table, HEADINGS.stream().map(heading -> "-").toList());
        rows.forEach(row -> line(table, row.cells()));
        return table.toString();
    }

    private List<String> cells() {
        return List.of(
                target,
                phase,
                number("%.0f", perSecond),
                Integer.toString(messages),
                number("%.1f", reply.millis(0.5)),
                number("%.1f", reply.millis(0.99)),
                number("%.0f", reply.millis(1)),
                number("%.1f", ack.millis(0.5)),
                number("%.1f", ack.millis(0.99)),
                Integer.toString(lost),
                Integer.toString(doubled),
                Integer.toString(outOfOrder),
                number("%.1f", drain),
                perThousand(appCpu),
                perThousand(postgresCpu),
                perThousand(appCpu + postgresCpu),
                perThousand(benchCpu),
                Long.toString(residentMegabytes),
                number("%.1f", startSeconds));
    }

    private String perThousand(double seconds) {
        return number("%.2f", seconds * 1_000 / messages);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
