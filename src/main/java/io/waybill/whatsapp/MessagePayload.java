package io.waybill.whatsapp;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns replies into Graph messages that keep every limit of WhatsApp, whatever text the ERP put into them. */
public final class MessagePayload {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\\p{Cc}]+");
    private static final int TEXT_MAX = 4096;
    private static final int BODY_MAX = 1024;
    private static final int FOOTER_MAX = 60;
    private static final int LIST_BUTTON_MAX = 20;
    private static final int FILENAME_MAX = 240;
    // The same word in English, French and a few more; flows name their own button.
    private static final String LIST_BUTTON = "Options";
    private static final String NO_WORDS = "-";

    private MessagePayload() {}

    /**
     * The messages that {@code reply} becomes.
     *
     * @param windowOpen whether the customer wrote within the last 24 hours ({@link CustomerServiceWindow})
     * @throws IllegalArgumentException for more than ten options, or option ids WhatsApp would not return unchanged
     */
    public static RenderResult render(Reply reply, Recipient to, boolean windowOpen, Templates templates) {
        if (!windowOpen && !(reply instanceof Reply.Template)) {
            return new RenderResult.WindowClosed();
        }
        List<WireBody> bodies = switch (reply) {
            case Reply.Text text -> texts(text.body());
            case Reply.Image image -> image(image);
            case Reply.Document document -> document(document);
            case Reply.Buttons buttons -> buttons(buttons);
            case Reply.Menu menu -> menu(menu);
            case Reply.LocationRequest request ->
                interactive("location_request_message", request.body(), null, "send_location");
            case Reply.ContactRequest request ->
                interactive("request_contact_info", request.body(), null, "request_contact_info");
            case Reply.Template template -> template(template, windowOpen, templates);
        };
        return new RenderResult.Messages(
                bodies.stream().map(body -> body.to(to)).toList());
    }

    private static List<WireBody> texts(String text) {
        return texts(WireText.split(WireText.sendable(text), TEXT_MAX, TEXT_MAX));
    }

    private static List<WireBody> texts(List<String> pieces) {
        return pieces.stream()
                .<WireBody>map(piece -> new WireBody.Text(false, piece))
                .toList();
    }

    private static List<WireBody> image(Reply.Image image) {
        List<String> caption = caption(image.caption());
        return withRest(caption, new WireBody.Image(image.link(), firstOf(caption)), image.link());
    }

    private static List<WireBody> document(Reply.Document document) {
        List<String> caption = caption(document.caption());
        String name = WireText.cut(WireText.line(document.filename()).replaceAll("[/\\\\]", "_"), FILENAME_MAX);
        String filename = WireText.blank(name) ? "document" : name;
        return withRest(caption, new WireBody.Document(document.link(), filename, firstOf(caption)), document.link());
    }

    private static List<String> caption(@Nullable String caption) {
        return caption == null ? List.of() : WireText.split(WireText.sendable(caption), BODY_MAX, TEXT_MAX);
    }

    private static @Nullable String firstOf(List<String> pieces) {
        return pieces.isEmpty() ? null : pieces.getFirst();
    }

    /** The file, then what its caption had no room for; without a usable link the words go alone. */
    private static List<WireBody> withRest(List<String> caption, WireBody file, String link) {
        if (!LINK.matcher(link).matches()) {
            return texts(caption);
        }
        List<WireBody> bodies = new ArrayList<>();
        bodies.add(file);
        bodies.addAll(texts(caption.subList(Math.min(1, caption.size()), caption.size())));
        return bodies;
    }

    private static List<WireBody> buttons(Reply.Buttons reply) {
        if (reply.options().size() > Choices.BUTTONS_MAX) {
            return menu(new Reply.Menu(reply.body(), reply.footer(), LIST_BUTTON, reply.options()));
        }
        if (reply.options().isEmpty()) {
            return texts(withFooter(reply.body(), reply.footer()));
        }
        Choices choices = new Choices(reply.options());
        WireBody.Action action = new WireBody.Action(null, null, choices.buttons(), null);
        return interactive("button", reply.body() + choices.besideButtons(), reply.footer(), action);
    }

    private static List<WireBody> menu(Reply.Menu reply) {
        if (reply.options().isEmpty()) {
            return texts(withFooter(reply.body(), reply.footer()));
        }
        String line = WireText.line(reply.button());
        String button = WireText.blank(line) ? LIST_BUTTON : WireText.cut(line, LIST_BUTTON_MAX);
        WireBody.Section section = new WireBody.Section(button, new Choices(reply.options()).rows());
        return interactive(
                "list", reply.body(), reply.footer(), new WireBody.Action(null, button, null, List.of(section)));
    }

    private static String withFooter(String body, @Nullable String footer) {
        return footer == null || WireText.blank(footer) ? body : body + "\n\n" + footer;
    }

    private static List<WireBody> interactive(String type, String body, @Nullable String footer, String action) {
        return interactive(type, body, footer, WireBody.Action.named(action));
    }

    /** All words reach the customer: what the body has no room for goes ahead as text. */
    private static List<WireBody> interactive(
            String type, String body, @Nullable String footer, WireBody.Action action) {
        List<String> pieces = WireText.splitBeforeLast(WireText.sendable(body), TEXT_MAX, BODY_MAX);
        String last = pieces.isEmpty() ? NO_WORDS : pieces.getLast();
        List<WireBody> bodies = new ArrayList<>(texts(pieces.subList(0, Math.max(0, pieces.size() - 1))));
        bodies.add(new WireBody.Interactive(type, new WireBody.Words(last), footer(footer), action));
        return bodies;
    }

    private static WireBody.@Nullable Words footer(@Nullable String footer) {
        String line = footer == null ? "" : WireText.line(footer);
        return WireText.blank(line) ? null : new WireBody.Words(WireText.cut(line, FOOTER_MAX));
    }

    private static List<WireBody> template(Reply.Template reply, boolean windowOpen, Templates templates) {
        MetaTemplate text = templates.find(reply.name(), reply.language());
        if (text == null) {
            return List.of(TemplatePayload.of(reply));
        }
        FilledTemplate filled = FilledTemplate.of(text, reply);
        return windowOpen ? buttons(filled.words(reply.buttons())) : List.of(filled.payload(reply.buttons()));
    }
}
