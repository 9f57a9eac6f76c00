package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.flow.Step;
import java.util.Locale;
import java.util.Set;

/** E10: a typed phone number never gets where payments or the ERP's customer hang on it. */
record PhoneCheck() implements Check {

    private static final Set<String> NAMES = Set.of("phone", "msisdn", "mobile", "phone_number", "payer_phone");

    @Override
    public void check(Subject subject, Report report) {
        for (Step step : subject.steps()) {
            look(subject.json(step).path("call").path("send"), Subject.pointer(step) + "/call/send", report);
        }
    }

    private static void look(JsonNode node, String pointer, Report report) {
        node.properties().forEach(field -> {
            String place = pointer + '/' + field.getKey();
            if (NAMES.contains(field.getKey().toLowerCase(Locale.ROOT))
                    && !(field.getValue().isTextual()
                            && field.getValue().textValue().matches("= \\s*contact\\.phone\\s*"))) {
                report.add(
                        Rule.E10,
                        place,
                        "A phone number comes from WhatsApp, never from what somebody typed. Write \"= contact.phone\".");
            } else {
                look(field.getValue(), place, report);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(node.get(i), pointer + '/' + i, report);
        }
    }
}
