package io.waybill.setup;

import io.waybill.whatsapp.WhatsAppChannel;
import java.util.ArrayList;
import java.util.List;

/** Collects the lines about one number. */
final class Lines {

    private final String number;
    private final List<Line> lines = new ArrayList<>();

    Lines(WhatsAppChannel channel) {
        this.number = channel.name();
    }

    void ok(Check check, String sentence) {
        lines.add(new Line(check, number, State.OK, sentence, null));
    }

    void unknown(Check check, String sentence, String todo) {
        lines.add(new Line(check, number, State.UNKNOWN, sentence, todo));
    }

    void warning(Check check, String sentence, String todo) {
        lines.add(new Line(check, number, State.WARNING, sentence, todo));
    }

    void error(Check check, String sentence, String todo) {
        lines.add(new Line(check, number, State.ERROR, sentence, todo));
    }

    List<Line> all() {
        return lines;
    }
}
