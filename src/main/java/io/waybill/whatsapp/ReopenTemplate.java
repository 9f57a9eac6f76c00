package io.waybill.whatsapp;

import io.waybill.home.Misconfigured;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The template that asks a customer to write again, once their 24 hours are over; {@code waybill.whatsapp.reopen-template}. */
public final class ReopenTemplate {

    private final Templates templates;
    private final @Nullable String name;

    /** @throws Misconfigured for one that is not there, or that has something to fill in or more than one button */
    public ReopenTemplate(Templates templates, @Nullable String configured) {
        this.templates = templates;
        this.name = configured == null || configured.isBlank() ? null : configured.strip();
        if (name != null) {
            check(templates.find(name, ""));
        }
    }

    /** Empty where none is configured. */
    public Optional<WireMessage> to(Recipient to, String language) {
        MetaTemplate text = name == null ? null : templates.find(name, language);
        return text == null
                ? Optional.empty()
                : Optional.of(FilledTemplate.of(text, Map.of())
                        .payload(List.of(goOn(text)))
                        .to(to));
    }

    public boolean isConfigured() {
        return name != null;
    }

    private static Reply.Option goOn(MetaTemplate text) {
        return new Reply.Option(Content.QuickReply.GO_ON, text.quickReplies().getFirst(), null);
    }

    private static void check(@Nullable MetaTemplate text) {
        Misconfigured.unless(
                text != null
                        && text.placeholders().isEmpty()
                        && text.buttons().size() == 1
                        && text.quickReplies().size() == 1,
                "waybill.whatsapp.reopen-template is the name of a template in templates/ with one button and nothing to fill in, as conversation_reopen is.");
    }
}
