package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.whatsapp.WebhookPayload.Item;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of one change of a field about a business account of ours, put into words for the people who run it. */
final class AccountValue {

    static final Set<String> FIELDS = Set.of(
            "account_update",
            "account_alerts",
            "account_review_update",
            "business_capability_update",
            "phone_number_quality_update",
            "phone_number_name_update",
            "phone_number_username_update",
            "security");

    private static final Set<String> GOOD = Set.of("APPROVED", "RESERVED", "NONE", "RESOLVED");
    /** Nothing is wrong, and nothing is to be done. */
    private static final Set<String> NO_NEWS = Set.of("PARTNER_ADDED", "PARTNER_APP_INSTALLED", "ONBOARDING");

    private static final String LOOK = " Look into the WhatsApp Manager of Meta.";

    private final String account;
    private final String field;
    private final Fields value;

    AccountValue(String account, String field, JsonNode node) {
        this.account = account;
        this.field = field;
        this.value = new Fields(node);
    }

    Item item() {
        String event = word("event");
        if (NO_NEWS.contains(event)) {
            return new Item.Other(field, "It needs nobody to do anything: %s.".formatted(event), json());
        }
        return switch (field) {
            case "account_update" -> update(event);
            case "account_alerts" -> alert(value.in("alert_info"));
            case "account_review_update" ->
                decision("review", "Meta's review of the account", word("decision"), value.filled("rejection_reason"));
            case "business_capability_update" ->
                about(
                        "limits",
                        "Meta lets the account begin conversations with %s people a day.%s"
                                .formatted(
                                        word(
                                                "max_daily_conversations_per_business",
                                                "max_daily_conversation_per_phone"),
                                        " Messages to more people wait until the next day."));
            case "phone_number_quality_update" -> quality(event);
            case "phone_number_name_update" ->
                decision(
                        "name of " + number(),
                        "The name %s of the number %s".formatted(word("requested_verified_name"), number()),
                        word("decision"),
                        value.filled("rejection_reason"));
            case "phone_number_username_update" ->
                decision(
                        "username of " + number(),
                        "The username %s of the number %s".formatted(word("username"), number()),
                        word("status"),
                        null);
            default ->
                about(
                        "security of " + number(),
                        "The security of the number %s was touched: %s, by %s. If that was nobody of yours, change the PIN and the password of the account at Meta."
                                .formatted(number(), event, word("requester")));
        };
    }

    private Item update(String event) {
        return switch (event) {
            case "ACCOUNT_VIOLATION" ->
                about(
                        "violation",
                        "Meta says that the account broke its rules: %s.%s You can appeal there."
                                .formatted(value.in("violation_info").filled("violation_type"), LOOK));
            case "ACCOUNT_RESTRICTION" ->
                about(
                        "restriction",
                        "Meta restricts the account: %s.%s"
                                .formatted(
                                        value.list("restriction_info").stream()
                                                .map(AccountValue::restriction)
                                                .collect(Collectors.joining(", ")),
                                        LOOK));
            case "DISABLED_UPDATE" -> disabled(value.in("ban_info"));
            case "ACCOUNT_DELETED" ->
                about("account", "The WhatsApp account was deleted at Meta: nothing can be sent.");
            default -> about("account", "Meta reports of the account: %s.%s".formatted(event, LOOK));
        };
    }

    private static String restriction(Fields restriction) {
        var until = restriction.time("expiration");
        String type = String.valueOf(restriction.filled("restriction_type"));
        return until == null ? type : type + " until " + until;
    }

    private Item disabled(Fields ban) {
        String state = Objects.requireNonNullElse(ban.filled("waba_ban_state"), "DISABLE");
        return state.equals("REINSTATE")
                ? about("account", "")
                : about(
                        "account",
                        "Meta disables the account: %s, %s.%s You can appeal there."
                                .formatted(
                                        state, Objects.requireNonNullElse(ban.filled("waba_ban_date"), "now"), LOOK));
    }

    private Item alert(Fields alert) {
        String type = Objects.requireNonNullElse(alert.filled("alert_type"), "alert");
        return GOOD.contains(String.valueOf(alert.filled("alert_status")))
                ? about(type, "")
                : about(
                        type,
                        "Meta warns: %s%s"
                                .formatted(Objects.requireNonNullElse(alert.filled("alert_description"), type), LOOK));
    }

    private Item quality(String event) {
        String number = number();
        return switch (event) {
            case "THROUGHPUT_UPGRADE" -> new Item.Throughput(account, number, json());
            case "UNFLAGGED", "UPGRADE" -> about("quality of " + number, "");
            default ->
                about(
                        "quality of " + number,
                        "Meta rates the number %s: %s, limit %s. Customers block or report its messages: send fewer that nobody asked for."
                                .formatted(
                                        number, event, word("current_limit", "max_daily_conversations_per_business")));
        };
    }

    private Item decision(String subject, String what, String decision, @Nullable String reason) {
        return GOOD.contains(decision)
                ? about(subject, "")
                : about(
                        subject,
                        "%s: Meta's decision is %s%s.%s"
                                .formatted(what, decision, reason == null ? "" : ", since " + reason, LOOK));
    }

    private Item about(String subject, String sentence) {
        return new Item.Account(account + " " + subject, sentence, json());
    }

    private String number() {
        return word("display_phone_number");
    }

    /** The first of these that is there. */
    private String word(String... names) {
        for (String name : names) {
            String word = value.filled(name);
            if (word != null) {
                return name.equals("decision") || name.equals("status")
                        ? word.toUpperCase(java.util.Locale.ROOT)
                        : word;
            }
        }
        return "unknown";
    }

    private String json() {
        return value.node().toString();
    }
}
