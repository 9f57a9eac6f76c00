package io.waybill.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The arguments of the benchmark, each {@code --name value}. */
final class BenchOptions {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("jar", ""),
            Map.entry("java", Java.current()),
            Map.entry("jvm", "-Xmx384m"),
            Map.entry("floor-jvm", ""),
            Map.entry("floor-commits", "3"),
            Map.entry("jdbc", ""),
            Map.entry("user", "postgres"),
            Map.entry("password", ""),
            Map.entry("targets", "floor,gateway"),
            Map.entry("phases", "f,a,b,c,e,d"),
            Map.entry("rate", "600"),
            Map.entry("seconds", "20"),
            Map.entry("warm-up", "45"),
            Map.entry("overload", ""),
            Map.entry("overload-seconds", "30"),
            Map.entry("burst-seconds", "10"),
            Map.entry("conversations", "500"),
            Map.entry("conversation-starts", "20"),
            Map.entry("orders", "10000"),
            Map.entry("levels", "keyed,findable,manual"),
            Map.entry("kills", ""),
            Map.entry("thinking", "20"),
            Map.entry("home", "src/test/bench-home"),
            Map.entry("order-home", ""),
            Map.entry("work", ""),
            Map.entry("env", ""),
            Map.entry("out", ""));

    static final String HELP = """
            Arguments, each as --name value:
              --jar FILE               the gateway; without it only the floor runs
              --java FILE              the java that runs gateway and floor (this one)
              --jvm FLAGS              flags of the gateway (-Xmx384m)
              --floor-jvm FLAGS        flags of the floor (those of the gateway)
              --floor-commits N        durable commits a message of the floor: 0, 1 or 3 (3)
              --jdbc URL               a running PostgreSQL server; without it the embedded one
              --user NAME              may create databases (postgres)
              --password TEXT
              --targets LIST           of floor,gateway (both)
              --phases LIST            in this order of: (f,a,b,c,e,d)
                                         a  --rate for --seconds, ERP answers at once
                                         b  the same, ERP takes 50 ms
                                         c  50 messages/s for latency
                                         d  whole order conversations (gateway only)
                                         e  --overload (twice the rate; twice what m found) for --overload-seconds, then drain
                                         f  as e for --burst-seconds right after start on an existing database
                                         m  the highest rate held for 10 s at 50 ms ERP latency, in steps of 15 percent
              --warm-up SECONDS        at the full rate, before a to e and m (45): a JIT on two shared processors needs that long
              --rate N --seconds N --overload N --overload-seconds N --burst-seconds N
              --conversations N --conversation-starts PER_SECOND
              --home FOLDER            with flows/echo.flow.json (src/test/bench-home)
              --order-home FOLDER      home of the order conversations (an empty one: the shipped flows)
              --env A=1,B=2            more environment variables for the gateway
              --work FOLDER            for logs and the embedded server (a temporary one)
              --out FILE               the table goes there too
            With -Dbench=orders, which counts orders while everything fails, only --conversation-starts, --out and:
              --orders N               on an ERP of each level; a tenth of them on a manual one (10000)
              --levels LIST            of keyed,findable,manual (all)
              --kills N                kill -9 of the gateway on each level but manual (one for 250 orders)
              --thinking MILLISECONDS  of a customer before each answer (20)
            """;

    private final Map<String, String> values = new HashMap<>(DEFAULTS);

    static BenchOptions parse(String[] args) {
        var options = new BenchOptions();
        for (int i = 0; i + 1 < args.length; i += 2) {
            var name = args[i].replaceFirst("^--", "");
            if (!args[i].startsWith("--") || !DEFAULTS.containsKey(name)) {
                throw new IllegalArgumentException("Unknown argument " + args[i] + "\n" + HELP);
            }
            options.values.put(name, args[i + 1]);
        }
        if (args.length % 2 == 1) {
            throw new IllegalArgumentException("No value for " + args[args.length - 1] + "\n" + HELP);
        }
        return options;
    }

    String text(String name) {
        return values.get(name);
    }

    boolean isGiven(String name) {
        return !values.get(name).isBlank();
    }

    double number(String name) {
        return Double.parseDouble(values.get(name));
    }

    Duration seconds(String name) {
        return Duration.ofMillis((long) (number(name) * 1_000));
    }

    Path path(String name) {
        return Path.of(values.get(name)).toAbsolutePath();
    }

    List<String> list(String name) {
        return Arrays.stream(values.get(name).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    List<String> flags(String name) {
        return Arrays.stream(values.get(name).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
