package io.waybill.flow;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a question the form WhatsApp has for it. */
final class Questions {

    private Questions() {}

    static Reply plain(Ask ask, String body) {
        if (ask.accepts(Ask.Type.LOCATION)) {
            return new Reply.LocationRequest(body);
        }
        return ask.accepts(Ask.Type.CONTACT) ? new Reply.ContactRequest(body) : new Reply.Text(body);
    }

    /** Reply buttons where they all fit, else a list of up to ten rows. */
    static Reply choice(
            String body,
            @Nullable String footer,
            String button,
            Choices choices,
            String session,
            int visit,
            int page,
            String more) {
        List<Choices.Choice> shown = choices.page(page);
        List<Reply.Option> options = new ArrayList<>();
        for (Choices.Choice choice : shown) {
            options.add(choice.option(choices, session, visit));
        }
        if (choices.fitButtons()) {
            return new Reply.Buttons(body, footer, options);
        }
        if (choices.hasMore(page)) {
            options.add(new Reply.Option(ReplyId.more(session, visit, page + 1), more, null));
        }
        return new Reply.Menu(body, footer, button, options);
    }
}
