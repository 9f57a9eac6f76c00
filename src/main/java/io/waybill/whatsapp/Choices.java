package io.waybill.whatsapp;

import io.waybill.message.Formatting;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options of a reply as WhatsApp shows them: buttons or the rows of a list. */
final class Choices {

    static final int BUTTONS_MAX = 3;
    private static final int ROWS_MAX = 10;
    private static final int BUTTON_TITLE_MAX = 20;
    static final int ROW_TITLE_MAX = 24;
    private static final int DESCRIPTION_MAX = 72;
    private static final int ID_MAX = 200;
    private static final String BETWEEN = " · ";

    private final List<Reply.Option> options;
    private final List<String> full;

    Choices(List<Reply.Option> options) {
        if (options.size() > ROWS_MAX) {
            throw new IllegalArgumentException(
                    "WhatsApp shows at most %d options, not %d.".formatted(ROWS_MAX, options.size()));
        }
        checkIds(options);
        this.options = options;
        full = new ArrayList<>();
        for (Reply.Option option : options) {
            full.add(visible(option, full.size() + 1));
        }
    }

    List<InteractiveBody.Button> buttons() {
        List<String> shown = Titles.fit(full, BUTTON_TITLE_MAX);
        List<InteractiveBody.Button> buttons = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            buttons.add(new InteractiveBody.Button(
                    "reply", new InteractiveBody.Option(options.get(i).id(), shown.get(i))));
        }
        return buttons;
    }

    /** What buttons have no room for: lines to go under the text. */
    String besideButtons() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < options.size(); i++) {
            String note = note(options.get(i));
            if (full.get(i).length() > BUTTON_TITLE_MAX || !note.isEmpty()) {
                lines.append("\n• ")
                        .append(Formatting.off(note.isEmpty() ? full.get(i) : full.get(i) + BETWEEN + note));
            }
        }
        return lines.toString();
    }

    List<InteractiveBody.Row> rows() {
        List<String> shown = Titles.fit(full, ROW_TITLE_MAX);
        List<InteractiveBody.Row> rows = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            Reply.Option option = options.get(i);
            rows.add(new InteractiveBody.Row(option.id(), shown.get(i), description(full.get(i), note(option))));
        }
        return rows;
    }

    /** A title that had to be cut stands here in full, with the note as long as there is room for both. */
    private static @Nullable String description(String title, String note) {
        if (title.length() <= ROW_TITLE_MAX) {
            return note.isEmpty() ? null : WireText.cut(note, DESCRIPTION_MAX);
        }
        int room = DESCRIPTION_MAX - BETWEEN.length() - note.length();
        boolean both = !note.isEmpty() && room >= Math.min(title.length(), DESCRIPTION_MAX / 2);
        return both ? WireText.cut(title, room) + BETWEEN + note : WireText.cut(title, DESCRIPTION_MAX);
    }

    private static String visible(Reply.Option option, int position) {
        String title = WireText.line(option.title());
        if (!WireText.blank(title)) {
            return title;
        }
        String note = note(option);
        return note.isEmpty() ? Integer.toString(position) : note;
    }

    private static String note(Reply.Option option) {
        String note = option.note() == null ? "" : WireText.line(option.note());
        return WireText.blank(note) ? "" : note;
    }

    static boolean isId(String id) {
        return WireText.isId(id, ID_MAX);
    }

    private static void checkIds(List<Reply.Option> options) {
        Set<String> seen = new HashSet<>();
        for (Reply.Option option : options) {
            String id = option.id();
            if (!isId(id) || !seen.add(id)) {
                throw new IllegalArgumentException(
                        "An option id is unique, on one line, 1 to %d characters: \"%s\".".formatted(ID_MAX, id));
            }
        }
    }
}
