package io.waybill.whatsapp;

import io.waybill.message.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of a reply as it is shown in the chat.
 *
 * @param title as it was cut
 * @param description under it; null: there is none, as on buttons
 */
public record ShownOption(String title, @Nullable String description) {

    /** In a row of a list; what is longer is cut. */
    public static final int LONGEST_TITLE = Choices.ROW_TITLE_MAX;

    /** Those of {@code reply}, in its order; none: it is not one with options. */
    public static List<ShownOption> of(Reply reply) {
        return switch (reply) {
            case Reply.Menu menu ->
                new Choices(menu.options())
                        .rows().stream()
                                .map(row -> new ShownOption(row.title(), row.description()))
                                .toList();
            case Reply.Buttons buttons ->
                new Choices(buttons.options())
                        .buttons().stream()
                                .map(button -> new ShownOption(button.reply().title(), null))
                                .toList();
            default -> List.of();
        };
    }
}
