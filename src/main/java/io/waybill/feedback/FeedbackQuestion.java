package io.waybill.feedback;

import io.waybill.flow.ReplyId;
import io.waybill.message.Reply;
import io.waybill.whatsapp.FilledTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The question how an order was: a list of numbers, or outside the customer service window a template with two quick replies. */
final class FeedbackQuestion {

    /** WhatsApp shows ten rows: nought is written. */
    private static final int ROWS = 10;

    private final List<Reply.Option> rows;
    private final List<Reply.Option> quickReplies;

    private FeedbackQuestion(List<Reply.Option> rows, List<Reply.Option> quickReplies) {
        this.rows = List.copyOf(rows);
        this.quickReplies = List.copyOf(quickReplies);
    }

    /** Empty where WhatsApp does not take the order's key in a tap. */
    static Optional<FeedbackQuestion> about(String externalOrderId) {
        List<Reply.Option> rows = new ArrayList<>();
        for (int score = ROWS; score > 0; score--) {
            String title = Integer.toString(score);
            ReplyId.beginning(ReplyId.FEEDBACK, externalOrderId, title)
                    .ifPresent(id -> rows.add(new Reply.Option(id, title, null)));
        }
        List<Reply.Option> quickReplies = new ArrayList<>();
        for (String choice : List.of("rate", "later")) {
            ReplyId.beginning(ReplyId.FEEDBACK, externalOrderId, choice)
                    .ifPresent(id -> quickReplies.add(new Reply.Option(id, choice, null)));
        }
        return rows.size() == ROWS ? Optional.of(new FeedbackQuestion(rows, quickReplies)) : Optional.empty();
    }

    /** What the quick replies of the template bring back. */
    List<Reply.Option> quickReplies() {
        return quickReplies;
    }

    Reply list(FilledTemplate filled) {
        boolean french = filled.template().language().startsWith("fr");
        return new Reply.Menu(
                filled.text(),
                french ? "Ou écrivez un nombre de 0 à 10." : "Or write a number from 0 to 10.",
                french ? "Noter" : "Rate",
                rows);
    }
}
