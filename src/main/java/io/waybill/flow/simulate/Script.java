package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inputs as lines of text: what begins with a slash is a command, everything else the customer writes. */
public final class Script {

    public static final String HELP = """
            A line is what the customer writes; a line that begins with / is one of these:
              /tap OPTION            taps an option of the last message, by title, id or number
              /back N OPTION         taps an option of an earlier message with options: 1 is the one before the last
              /location LAT LON [NAME]
              /share [PHONE]         shares a number with WhatsApp's button; without one, the own number
              /file NAME TYPE [BYTES]  sends a file, such as: /file cv.pdf application/pdf
              /lost NAME TYPE        sends a file that WhatsApp then does not hand out
              /cart ID QTY ...       sends a cart from the WhatsApp catalogue, such as: /cart P101 2 P107 1
              /wait 6h               lets time pass: a number and s, m, h or d
              /erp ENDING OPERATION [N]
                                     the ERP fails: refused, down, unknown, empty or garbled; N: only the n-th call from now
              /erp answer OPERATION JSON
                                     the ERP answers with these fields changed, such as: /erp answer GET_PRICE {"unit_price": 9.99}
              /erp up [OPERATION]    the ERP works again
              /price ID [PRICE]      the ERP changes a price, or has none any more
              /stock ID NUMBER       the ERP has so many left
              /payment STATUS        payments are paid, failed or pending from now on, and their provider tells us
              /feedback NUMBER       rates the last order at the question that comes after its delivery; also: rate, later
              /order BUTTON          taps a button under a message about the last order that asks nothing any more, such as: /order confirm
              /hide ID, /show ID     switches a product or a job off and on
              /vars                  shows what the session holds
              /help, /quit""";

    private Script() {}

    /**
     * The input that {@code line} means.
     *
     * @throws IllegalArgumentException with a sentence for whoever wrote the line
     */
    public static Input parse(String line) {
        if (!line.startsWith("/")) {
            return new Input.Say(line);
        }
        String[] parts = line.strip().split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "/tap" -> new Input.Tap(needed(rest, "/tap needs an option."), 0);
            case "/back" -> back(words(rest, 2));
            case "/location" -> location(words(rest, 3));
            case "/share" -> share(rest);
            case "/file" -> file(words(rest, 3), false);
            case "/lost" -> file(words(rest, 3), true);
            case "/wait" -> new Input.Wait(Durations.parse(rest));
            case "/erp" -> erp(words(rest, 3));
            case "/price" -> price(words(rest, 2));
            case "/cart" -> cart(words(rest, Integer.MAX_VALUE));
            case "/stock" -> stock(words(rest, 2));
            case "/payment" ->
                new Input.Payment(needed(rest, "/payment needs a status, such as paid, failed or pending."));
            case "/feedback" ->
                new Input.Feedback(needed(rest, "/feedback needs a number from 0 to 10, rate or later."));
            case "/order" ->
                new Input.Order(needed(rest, "/order needs the id of a button, such as confirm or cancel."));
            case "/hide" -> new Input.Hide(needed(rest, "/hide needs the id of a product or a job."));
            case "/show" -> new Input.Show(needed(rest, "/show needs the id of a product or a job."));
            default ->
                throw new IllegalArgumentException("There is no command %s; /help lists them.".formatted(parts[0]));
        };
    }

    private static List<String> words(String text, int most) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+", most));
    }

    private static String needed(String text, String sentence) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(sentence);
        }
        return text;
    }

    private static Input share(String phone) {
        if (!phone.isEmpty() && !phone.matches("\\+[1-9][0-9]{4,14}")) {
            throw new IllegalArgumentException("A phone number is written as + and digits, not %s.".formatted(phone));
        }
        return new Input.Share(phone.isEmpty() ? null : phone);
    }

    private static Input back(List<String> words) {
        if (words.size() < 2 || !words.getFirst().matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(
                    "/back needs a number of messages and an option, such as /back 1 Confirm.");
        }
        return new Input.Tap(words.get(1), Integer.parseInt(words.getFirst()));
    }

    private static Input location(List<String> words) {
        try {
            if (words.size() >= 2) {
                return new Input.Location(
                        new BigDecimal(words.get(0)),
                        new BigDecimal(words.get(1)),
                        words.size() > 2 ? words.get(2) : null,
                        null);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("/location needs latitude and longitude, such as /location -1.28 36.82.");
    }

    private static Input price(List<String> words) {
        try {
            if (!words.isEmpty()) {
                return new Input.Price(words.getFirst(), words.size() > 1 ? new BigDecimal(words.get(1)) : null);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("/price needs a product and a price, such as /price P101 1310.00.");
    }

    private static Input stock(List<String> words) {
        try {
            if (words.size() == 2) {
                return new Input.Stock(words.get(0), new BigDecimal(words.get(1)));
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("/stock needs a product and a number, such as /stock P101 3.");
    }

    private static Input cart(List<String> words) {
        List<Input.Item> items = new ArrayList<>();
        for (int i = 0; i + 1 < words.size() && words.get(i + 1).matches("[0-9]{1,7}"); i += 2) {
            items.add(new Input.Item(words.get(i), Integer.parseInt(words.get(i + 1)), null));
        }
        if (items.isEmpty() || items.size() * 2 < words.size()) {
            throw new IllegalArgumentException("/cart needs products and quantities, such as /cart P101 2 P107 1.");
        }
        return new Input.SendCart(items);
    }

    private static Input file(List<String> words, boolean lost) {
        String size = words.size() > 2 ? words.get(2) : String.valueOf(Input.File.USUAL_SIZE);
        if (words.size() < 2 || !size.matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException("/file needs a name and a type, such as /file cv.pdf application/pdf.");
        }
        return new Input.File(words.get(0), words.get(1), null, Long.parseLong(size), lost);
    }

    private static Input erp(List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("/erp needs refused, down, unknown, empty, garbled, answer or up.");
        }
        if (words.getFirst().equals("up")) {
            return new Input.Mend(words.size() > 1 ? operation(words.get(1)) : null);
        }
        Fault.Ending ending =
                words.getFirst().equals("answer") ? Fault.Ending.ANSWERS : Fault.Ending.named(words.getFirst());
        if (words.size() < 2) {
            throw new IllegalArgumentException(
                    "/erp %s needs an operation: %s.".formatted(words.getFirst(), operations()));
        }
        ErpOperation operation = operation(words.get(1));
        String rest = words.size() > 2 ? words.get(2) : null;
        return new Input.Break(
                ending == Fault.Ending.ANSWERS
                        ? new Fault(operation, ending, null, null, fields(rest))
                        : new Fault(operation, ending, call(rest)));
    }

    private static ObjectNode fields(@Nullable String text) {
        JsonNode json = text == null ? Json.nodes().missingNode() : Json.read(text);
        if (json instanceof ObjectNode fields) {
            return fields;
        }
        throw new IllegalArgumentException("/erp answer needs a JSON object with the fields that differ.");
    }

    private static @Nullable Integer call(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("Which call is a number from 1, not %s.".formatted(text));
        }
        return Integer.valueOf(text);
    }

    private static ErpOperation operation(String name) {
        try {
            return ErpOperation.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The ERP has no operation %s, but %s.".formatted(name, operations()), e);
        }
    }

    private static String operations() {
        return Arrays.stream(ErpOperation.values())
                .filter(operation -> operation != ErpOperation.AUTH)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
