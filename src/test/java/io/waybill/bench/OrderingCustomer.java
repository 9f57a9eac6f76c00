package io.waybill.bench;

import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** A customer who wants one product delivered: taps what leads on, answers what is asked, and waits for the order number. */
public class OrderingCustomer {
    private static final List<String> LEADING_ON = List.of("checkout", "confirm", "try again", "continue");
    private static final List<String> LEADING_ELSEWHERE =
            List.of("more", "next", "next page", "back", "previous", "cancel", "add more");
    private static final Pattern ORDER_NUMBER = Pattern.compile("\\bSO-\\d+\\b");

    private final Random random;

    /** Picks products and quantities by the seed. */
    public OrderingCustomer(long seed) {
        this.random = new Random(seed);
    }

    /** What starts the conversation. */
    public CustomerMessage greeting() {
        return CustomerMessage.text("order");
    }

    /** The order number, once the gateway says it and asks nothing more. */
    public Optional<String> orderNumber(GraphMessage said) {
        var number = ORDER_NUMBER.matcher(said.text());
        return said.options().isEmpty() && !isTemplate(said) && number.find()
                ? Optional.of(number.group())
                : Optional.empty();
    }

    /** Empty when nothing is asked. */
    public Optional<CustomerMessage> answer(GraphMessage said) {
        if (!said.options().isEmpty()) {
            return Optional.of(CustomerMessage.tap(choice(said.options())));
        }
        if (isTemplate(said)) {
            return Optional.of(CustomerMessage.templateButton("Confirm", "Confirm"));
        }
        var text = said.text().toLowerCase();
        if (text.contains("name")) {
            return Optional.of(CustomerMessage.text("Bench Buyer"));
        }
        if (text.contains("address") || text.contains("deliver")) {
            return Optional.of(CustomerMessage.text("Beth House, 12 Bench Street, house 5"));
        }
        return text.startsWith("how many") ? Optional.of(CustomerMessage.text("2")) : Optional.empty();
    }

    private GraphMessage.Option choice(List<GraphMessage.Option> options) {
        for (var wanted : LEADING_ON) {
            for (var option : options) {
                if (option.title().equalsIgnoreCase(wanted)
                        || option.id().toLowerCase().endsWith(":" + wanted)) {
                    return option;
                }
            }
        }
        var real = options.stream()
                .filter(option -> !LEADING_ELSEWHERE.contains(option.title().toLowerCase()))
                .toList();
        return real.isEmpty() ? options.getFirst() : real.get(random.nextInt(real.size()));
    }

    private static boolean isTemplate(GraphMessage said) {
        return said.type().equals("template");
    }
}
