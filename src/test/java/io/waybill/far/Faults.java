package io.waybill.far;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults waiting to happen to a target (an operation, a recipient, or {@code *} for any), by count or by seeded probability. */
public final class Faults<F extends Enum<F>> {
    public static final String ANY = "*";

    private record Rule<F>(F fault, String target, AtomicInteger left, double probability) {
        boolean meets(String candidate) {
            return target.equals(ANY) || target.equals(candidate);
        }
    }

    private final List<Rule<F>> rules = new CopyOnWriteArrayList<>();
    private volatile Random random = new Random(1);

    public Faults<F> seed(long seed) {
        random = new Random(seed);
        return this;
    }

    /** The next {@code times} requests of this target fail so. */
    public Faults<F> times(int times, F fault, String target) {
        rules.add(new Rule<>(fault, target, new AtomicInteger(times), 1));
        return this;
    }

    /** Each request of this target fails so with this probability, until {@link #clear()}. */
    public Faults<F> probability(double probability, F fault, String target) {
        rules.add(new Rule<>(fault, target, new AtomicInteger(Integer.MAX_VALUE), probability));
        return this;
    }

    public void clear() {
        rules.clear();
    }

    Optional<F> next(String target) {
        for (var rule : rules) {
            if (rule.meets(target)
                    && (rule.probability >= 1 || random.nextDouble() < rule.probability)
                    && taken(rule)) {
                return Optional.of(rule.fault);
            }
        }
        return Optional.empty();
    }

    private static boolean taken(Rule<?> rule) {
        return rule.left.getAndUpdate(left -> left > 0 ? left - 1 : 0) > 0;
    }

    /** {@code {"fault":"HTTP_500","target":"*","times":3}} or with {@code "probability":0.1} and {@code "seed":7}. */
    void add(JsonNode rule, Class<F> kinds) {
        var fault = Arrays.stream(kinds.getEnumConstants())
                .filter(kind -> kind.name().equals(rule.path("fault").asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fault must be one of " + Arrays.toString(kinds.getEnumConstants())));
        var target = rule.path("target").asText(ANY);
        if (rule.has("seed")) {
            seed(rule.get("seed").asLong());
        }
        if (rule.has("probability")) {
            probability(rule.get("probability").asDouble(), fault, target);
        } else {
            times(rule.path("times").asInt(1), fault, target);
        }
    }
}
