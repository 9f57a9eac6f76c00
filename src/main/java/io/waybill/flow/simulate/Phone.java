package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.Recipient;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customer's phone: shows what is sent to it, and can be tapped where there is something to tap. */
final class Phone {

    private final Templates templates;
    private final List<ShownMessage> tappable = new ArrayList<>();
    private @Nullable Instant lastMessageAt;

    Phone(Templates templates) {
        this.templates = templates;
    }

    /** The customer writes. */
    void wrote(Instant now) {
        lastMessageAt = now;
    }

    void show(Reply reply, Recipient to, Instant now, Collected collected) {
        boolean open = CustomerServiceWindow.open(lastMessageAt, now);
        switch (MessagePayload.render(reply, to, open, templates)) {
            case RenderResult.WindowClosed closed ->
                collected.incident(
                        "reply", "not sent, the customer wrote more than 24 hours ago and this is no template.");
            case RenderResult.Messages rendered -> {
                List<JsonNode> payloads = payloads(rendered);
                List<JsonNode> seen = open || !(reply instanceof Reply.Template)
                        ? payloads
                        : payloads((RenderResult.Messages) MessagePayload.render(reply, to, true, templates));
                for (int i = 0; i < payloads.size(); i++) {
                    show(
                            new ShownMessage(
                                    payloads.get(i), seen.get(Math.min(i, seen.size() - 1)), collected.passed(now)),
                            collected);
                }
            }
        }
    }

    private void show(ShownMessage message, Collected collected) {
        collected.shown(message);
        if (!message.options().isEmpty()) {
            tappable.add(message);
        }
    }

    private static List<JsonNode> payloads(RenderResult.Messages rendered) {
        return rendered.messages().stream()
                .map(message -> Json.read(message.json()))
                .toList();
    }

    /** @throws ImpossibleInput when there is no such option */
    Content tapped(Input.Tap tap) {
        if (tap.back() >= tappable.size()) {
            throw new ImpossibleInput(
                    tappable.isEmpty()
                            ? "There is no message with options to tap."
                            : "There are only %d messages with options.".formatted(tappable.size()));
        }
        ShownMessage message = tappable.get(tappable.size() - 1 - tap.back());
        ShownMessage.Option option = option(message, tap.option());
        return message.template() == null
                ? new Content.Tap(option.id(), option.title())
                : new Content.QuickReply(option.id(), option.title());
    }

    private static ShownMessage.Option option(ShownMessage message, String wanted) {
        List<ShownMessage.Option> options = message.options();
        for (ShownMessage.Option option : options) {
            if (option.title().equals(wanted)) {
                return option;
            }
        }
        for (ShownMessage.Option option : options) {
            if (option.id().equals(wanted) || option.id().endsWith('.' + wanted)) {
                return option;
            }
        }
        if (wanted.matches("[1-9]|10") && Integer.parseInt(wanted) <= options.size()) {
            return options.get(Integer.parseInt(wanted) - 1);
        }
        throw new ImpossibleInput("There is no option \"%s\" to tap; there are %s."
                .formatted(
                        wanted,
                        String.join(
                                ", ",
                                options.stream()
                                        .map(option -> '"' + option.title() + '"')
                                        .toList())));
    }
}
