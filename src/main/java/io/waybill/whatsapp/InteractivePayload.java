package io.waybill.whatsapp;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts with something to tap under them. */
final class InteractivePayload {

    private static final int BODY_MAX = 1024;
    private static final int HEADER_MAX = 60;
    private static final int FOOTER_MAX = 60;
    private static final int BUTTON_MAX = 20;
    private static final int URL_MAX = 2000;
    private static final int ID_MAX = 256;
    // The same word in English, French and a few more; flows name their own button.
    private static final String LIST_BUTTON = "Options";
    private static final String LINK_BUTTON = "Open";
    private static final String NO_WORDS = "-";
    private static final String NO_TOKEN = "unused";
    private static final String FORM_VERSION = "3";

    private InteractivePayload() {}

    static List<WireBody> buttons(Reply.Buttons reply) {
        if (reply.options().isEmpty() || reply.options().size() > Choices.BUTTONS_MAX) {
            List<WireBody> bodies = new ArrayList<>(above(reply.header()));
            bodies.addAll(menu(new Reply.Menu(reply.body(), reply.footer(), LIST_BUTTON, reply.options())));
            return bodies;
        }
        Choices choices = new Choices(reply.options());
        return interactive(
                "button",
                header(reply.header()),
                reply.body() + choices.besideButtons(),
                reply.footer(),
                new InteractiveBody.Buttons(choices.buttons()));
    }

    static List<WireBody> menu(Reply.Menu reply) {
        if (reply.options().isEmpty()) {
            return words(reply.body(), reply.footer());
        }
        String button = button(reply.button(), LIST_BUTTON);
        InteractiveBody.Section section = new InteractiveBody.Section(button, new Choices(reply.options()).rows());
        return interactive(
                "list", null, reply.body(), reply.footer(), new InteractiveBody.Rows(button, List.of(section)));
    }

    /** Without a usable address there is nothing to open: the words go alone. */
    static List<WireBody> link(Reply.Link reply) {
        String url = reply.url().strip();
        if (!opens(url)) {
            List<WireBody> bodies = new ArrayList<>(above(reply.header()));
            bodies.addAll(words(reply.body(), reply.footer()));
            return bodies;
        }
        return interactive(
                "cta_url",
                header(reply.header()),
                reply.body(),
                reply.footer(),
                new InteractiveBody.Named(
                        "cta_url", new InteractiveBody.Page(button(reply.button(), LINK_BUTTON), url)));
    }

    /** True for an address that can stand behind a button. */
    static boolean opens(String url) {
        return url.length() <= URL_MAX && FilePayload.LINK.matcher(url).matches();
    }

    static List<WireBody> form(Reply.Form reply) {
        if (!WireText.isId(reply.formId(), ID_MAX)) {
            return words(reply.body(), reply.footer());
        }
        String token = WireText.cut(WireText.line(reply.token()), ID_MAX);
        InteractiveBody.Form form = new InteractiveBody.Form(
                FORM_VERSION,
                reply.formId(),
                button(reply.button(), LINK_BUTTON),
                WireText.blank(token) ? NO_TOKEN : token,
                reply.screen() == null ? null : "navigate",
                reply.screen() == null ? null : new InteractiveBody.Screen(reply.screen()));
        return interactive("flow", null, reply.body(), reply.footer(), new InteractiveBody.Named("flow", form));
    }

    /** One that has nothing but its text. */
    static List<WireBody> named(String type, String body, String action) {
        return interactive(type, null, body, null, new InteractiveBody.Named(action, null));
    }

    /** All words reach the customer: what the body has no room for goes ahead as text. */
    static List<WireBody> interactive(
            String type,
            InteractiveBody.@Nullable Header header,
            String body,
            @Nullable String footer,
            InteractiveBody.Action action) {
        List<String> pieces = WireText.splitBeforeLast(WireText.sendable(body), MessagePayload.TEXT_MAX, BODY_MAX);
        String last = pieces.isEmpty() ? NO_WORDS : pieces.getLast();
        List<WireBody> bodies =
                new ArrayList<>(MessagePayload.texts(pieces.subList(0, Math.max(0, pieces.size() - 1))));
        bodies.add(new InteractiveBody(type, header, new InteractiveBody.Words(last), footer(footer), action));
        return bodies;
    }

    /** Text and footer where there is nothing to tap after all. */
    static List<WireBody> words(String body, @Nullable String footer) {
        return MessagePayload.texts(together(body, footer));
    }

    static String together(String body, @Nullable String footer) {
        return footer == null || WireText.blank(footer) ? body : body + "\n\n" + footer;
    }

    static Optional<InteractiveBody.Header> title(String text) {
        String line = WireText.line(text);
        return WireText.blank(line)
                ? Optional.empty()
                : Optional.of(InteractiveBody.Header.of(WireText.cut(line, HEADER_MAX)));
    }

    private static InteractiveBody.@Nullable Header header(Reply.@Nullable Header header) {
        return switch (header) {
            case null -> null;
            case Reply.Title(String text) -> title(text).orElse(null);
            case Reply.Image file -> fileHeader(file);
            case Reply.Video file -> fileHeader(file);
            case Reply.Document file -> fileHeader(file);
        };
    }

    private static InteractiveBody.@Nullable Header fileHeader(Reply.File file) {
        return FilePayload.header(file).map(InteractiveBody.Header::of).orElse(null);
    }

    /** What cannot stand in the message itself goes ahead of it. */
    private static List<WireBody> above(Reply.@Nullable Header header) {
        return switch (header) {
            case null -> List.of();
            case Reply.Title(String text) -> MessagePayload.texts(text);
            case Reply.Image file -> FilePayload.of(file);
            case Reply.Video file -> FilePayload.of(file);
            case Reply.Document file -> FilePayload.of(file);
        };
    }

    static InteractiveBody.@Nullable Words footer(@Nullable String footer) {
        String line = footer == null ? "" : WireText.line(footer);
        return WireText.blank(line) ? null : new InteractiveBody.Words(WireText.cut(line, FOOTER_MAX));
    }

    private static String button(String wanted, String otherwise) {
        String line = WireText.line(wanted);
        return WireText.blank(line) ? otherwise : WireText.cut(line, BUTTON_MAX);
    }
}
