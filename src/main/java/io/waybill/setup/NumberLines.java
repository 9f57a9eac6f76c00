package io.waybill.setup;

import com.fasterxml.jackson.databind.JsonNode;

/** What Graph says of a number that it knows. */
final class NumberLines {

    static final String FIELDS =
            "display_phone_number,verified_name,name_status,quality_rating,code_verification_status,platform_type,throughput,whatsapp_business_manager_messaging_limit";

    private NumberLines() {}

    static void read(JsonNode number, Lines lines) {
        lines.ok(
                Check.NUMBER,
                "It is %s, \"%s\"; throughput %s, messaging limit %s."
                        .formatted(
                                said(number, "display_phone_number"),
                                said(number, "verified_name"),
                                number.at("/throughput/level").asText("not told"),
                                said(number, "whatsapp_business_manager_messaging_limit")));
        registration(number, lines);
        displayName(said(number, "name_status"), lines);
        quality(said(number, "quality_rating"), lines);
    }

    private static void registration(JsonNode number, Lines lines) {
        String platform = said(number, "platform_type");
        String verified = said(number, "code_verification_status");
        if (!platform.equals("CLOUD_API") && number.has("platform_type")) {
            lines.error(
                    Check.REGISTRATION,
                    "The number is not registered for the Cloud API: its platform is %s.".formatted(platform),
                    "Register it in WhatsApp Manager, or by POST /{phone-number-id}/register with a PIN of six digits.");
        } else if (verified.equals("NOT_VERIFIED")) {
            lines.warning(
                    Check.REGISTRATION,
                    "Nobody has proved by a code that the number is yours.",
                    "Verify it in WhatsApp Manager, by SMS or a call.");
        } else if (number.has("platform_type")) {
            lines.ok(Check.REGISTRATION, "It is on the Cloud API; verification by code: %s.".formatted(verified));
        } else {
            lines.unknown(
                    Check.REGISTRATION, "Graph does not say where the number is registered.", "See WhatsApp Manager.");
        }
    }

    private static void displayName(String status, Lines lines) {
        switch (status) {
            case "APPROVED", "AVAILABLE_WITHOUT_REVIEW" -> lines.ok(Check.DISPLAY_NAME, "The name is approved.");
            case "DECLINED", "EXPIRED" ->
                lines.error(
                        Check.DISPLAY_NAME,
                        "Meta has not approved the name of the number: %s.".formatted(status),
                        "Enter another name in WhatsApp Manager; without one Meta may refuse to send (131037).");
            default ->
                lines.warning(
                        Check.DISPLAY_NAME,
                        "The name of the number is not approved: %s.".formatted(status),
                        "Wait for Meta's review in WhatsApp Manager.");
        }
    }

    private static void quality(String rating, Lines lines) {
        switch (rating) {
            case "RED" ->
                lines.error(
                        Check.QUALITY,
                        "The quality of the number is RED: people block or report it.",
                        "Send less that nobody asked for; Meta lowers the limits of such numbers.");
            case "YELLOW" ->
                lines.warning(
                        Check.QUALITY,
                        "The quality of the number is YELLOW: some people block or report it.",
                        "See in WhatsApp Manager which templates are meant.");
            // New numbers have no rating.
            default -> lines.ok(Check.QUALITY, "The quality of the number is %s.".formatted(rating));
        }
    }

    private static String said(JsonNode number, String field) {
        return number.path(field).asText("not told");
    }
}
