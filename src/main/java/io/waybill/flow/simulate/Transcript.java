package io.waybill.flow.simulate;

import io.waybill.expression.Json;
import java.util.ArrayList;
import java.util.List;

/** What an input led to, as lines for people. */
public final class Transcript {

    private Transcript() {}

    /** Calls of the ERP first, since the answer was made of them. */
    public static List<String> lines(Reaction reaction) {
        List<String> lines = new ArrayList<>();
        for (Reaction.Called call : reaction.calls()) {
            lines.add("  erp: %s %s -> %s".formatted(call.operation(), Json.write(call.request()), call.outcome()));
        }
        reaction.messages().forEach(message -> show(message, lines));
        reaction.incidents().forEach(incident -> lines.add("  incident: " + incident));
        reaction.results().forEach(result -> lines.add("  kept: " + Json.write(result)));
        reaction.unmatched().forEach(text -> lines.add("  kept for the report: " + text));
        if (reaction.handOver() != null) {
            lines.add("  a person takes over: " + reaction.handOver());
        }
        return lines;
    }

    private static void show(ShownMessage message, List<String> lines) {
        String template = message.template() == null ? "" : " [template %s]".formatted(message.template());
        String after = message.after().isZero() ? "" : " [after %s]".formatted(Durations.text(message.after()));
        String text = message.link() == null ? message.text() : message.link() + '\n' + message.text();
        lines.add("<" + after + template + ' ' + text.strip().replace("\n", "\n  "));
        if (message.footer() != null) {
            lines.add("  (%s)".formatted(message.footer()));
        }
        if (message.button() != null) {
            lines.add("  [%s]".formatted(message.button()));
        }
        int number = 1;
        for (ShownMessage.Option option : message.options()) {
            lines.add("  %d. %s%s"
                    .formatted(number++, option.title(), option.note() == null ? "" : " | " + option.note()));
        }
        switch (message.form()) {
            case "location_request" -> lines.add("  [asks for a location]");
            case "contact_request" -> lines.add("  [asks for the number]");
            default -> {
                // The text says it all.
            }
        }
    }
}
