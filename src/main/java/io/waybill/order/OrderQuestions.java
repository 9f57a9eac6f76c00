package io.waybill.order;

import io.waybill.message.Reply;
import io.waybill.template.MessageEvent;
import io.waybill.template.Variable;
import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks the customer of an order something, in the words of the template that is mapped to it. */
public final class OrderQuestions {

    private final NewsWording wording;
    private final Templates shipped;

    OrderQuestions(NewsWording wording, Templates shipped) {
        this.wording = wording;
        this.shipped = shipped;
    }

    /**
     * The question as it would go out now.
     *
     * @param quickReplies what those of the template bring back, in their order
     * @param inWindow what is said instead while the customer service window is open, which needs no template
     * @param more what its placeholders may be filled with beside what is known of the order, and in the place of it
     */
    public Decision ask(
            ChatOrder order,
            MessageEvent event,
            List<Reply.Option> quickReplies,
            Function<FilledTemplate, Reply> inWindow,
            Map<Variable, String> more,
            Instant now) {
        return wording.decide(
                order,
                event,
                more,
                now,
                (filled, open) -> open
                        ? ((RenderResult.Messages)
                                        MessagePayload.render(inWindow.apply(filled), order.recipient(), true, shipped))
                                .messages()
                        : List.of(filled.message(order.recipient(), quickReplies)));
    }
}
