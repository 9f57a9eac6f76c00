package io.waybill.flow;

import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import io.waybill.message.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes replies of what a step says. */
final class Utterance {

    private Utterance() {}

    /** @param buttons quick replies of a template that asks something */
    static void of(Step.Say say, Scope scope, String language, List<Reply.Option> buttons, Voice voice) {
        if (say.template() != null) {
            List<String> params = say.template().params().stream()
                    .map(param -> param.text(scope))
                    .toList();
            voice.show(new Reply.Template(say.template().name(), language, params, buttons));
            return;
        }
        String image = text(say.image(), scope);
        if (!image.isEmpty()) {
            voice.show(new Reply.Image(image, null));
        }
        String document = text(say.document(), scope);
        if (!document.isEmpty()) {
            voice.show(new Reply.Document(document, text(say.filename(), scope), null));
        }
        if (say.text() != null) {
            voice.say(say.text().text(scope, language));
        }
    }

    private static String text(@Nullable Value value, Scope scope) {
        return value == null ? "" : value.text(scope).strip();
    }
}
