package io.waybill.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.whatsapp.GraphAsk;
import io.waybill.whatsapp.GraphAsk.Answer;
import io.waybill.whatsapp.WhatsAppChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What Graph says of a number and its account when it is asked now. */
final class GraphLines {

    private static final Duration SKEW = Duration.ofMinutes(2);
    private static final String MESSAGING = "whatsapp_business_messaging";
    private static final String MANAGEMENT = "whatsapp_business_management";
    private static final String NEW_TOKEN =
            "Make a token of a system user with %s and %s, and put it into waybill.whatsapp.access-token, or into its file."
                    .formatted(MESSAGING, MANAGEMENT);

    private final GraphAsk graph;
    private final Clock clock;
    private final WhatsAppChannel channel;
    private final Lines lines;

    GraphLines(GraphAsk graph, Clock clock, WhatsAppChannel channel, Lines lines) {
        this.graph = graph;
        this.clock = clock;
        this.channel = channel;
        this.lines = lines;
    }

    /** @param fix whether what is missing may be set at Meta */
    void ask(boolean fix) {
        switch (graph.get(channel, channel.phoneNumberId() + "?fields=" + NumberLines.FIELDS)) {
            case Answer.Unreachable(String sentence) ->
                lines.error(Check.GRAPH, sentence, "Check the network, the proxy and waybill.whatsapp.base-url.");
            case Answer.Refused refused
            when refused.isForToken() ->
                lines.error(Check.TOKEN, "Graph does not take the token: %s".formatted(refused.words()), NEW_TOKEN);
            case Answer.Refused refused -> {
                reached(null);
                lines.error(
                        Check.NUMBER,
                        "Graph does not show the number id %s to this token: %s"
                                .formatted(channel.phoneNumberId(), refused.words()),
                        "Copy the phone number ID (not the phone number) from the app's page \"API setup\" into waybill.whatsapp.phone-number-id, and give the system user the WhatsApp account it belongs to.");
                account(fix);
            }
            case Answer.Told told -> {
                reached(told.at());
                NumberLines.read(told.body(), lines);
                account(fix);
            }
        }
    }

    private void reached(@Nullable Instant at) {
        lines.ok(Check.GRAPH, "Graph answers at %s.".formatted(channel.baseUrl().get()));
        lines.ok(Check.TOKEN, "Graph takes the token.");
        clock(at);
        permissions();
    }

    private void clock(@Nullable Instant graphs) {
        if (graphs == null) {
            lines.unknown(
                    Check.CLOCK,
                    "Graph did not say what time it is.",
                    "Nothing, if the machine keeps its clock by NTP.");
            return;
        }
        Duration skew = Duration.between(graphs, clock.instant()).abs();
        if (skew.compareTo(SKEW) > 0) {
            lines.warning(
                    Check.CLOCK,
                    "The clock of this machine is %d seconds off Graph's.".formatted(skew.toSeconds()),
                    "Have it set by NTP: the 24 hours in which customers are answered are counted by it.");
        } else {
            lines.ok(Check.CLOCK, "The clock is right.");
        }
    }

    /** Not by debug_token, which wants the token in the address, where proxies write it down. */
    private void permissions() {
        if (!(graph.get(channel, "me/permissions") instanceof Answer.Told(JsonNode body, Instant at))
                || !body.path("data").isArray()) {
            lines.unknown(
                    Check.PERMISSIONS,
                    "Which permissions the token has is not known: it may not ask.",
                    "See the system user in the business settings: it needs %s and %s."
                            .formatted(MESSAGING, MANAGEMENT));
            return;
        }
        Set<String> granted = granted(body);
        if (granted.containsAll(Set.of(MESSAGING, MANAGEMENT))) {
            lines.ok(Check.PERMISSIONS, "The token has %s.".formatted(String.join(", ", granted)));
        } else if (granted.contains(MESSAGING)) {
            lines.warning(
                    Check.PERMISSIONS,
                    "The token lacks %s: templates and subscriptions cannot be managed.".formatted(MANAGEMENT),
                    NEW_TOKEN);
        } else {
            lines.error(Check.PERMISSIONS, "The token lacks %s: nothing can be sent.".formatted(MESSAGING), NEW_TOKEN);
        }
    }

    private static Set<String> granted(JsonNode permissions) {
        Set<String> granted = new TreeSet<>();
        permissions.path("data").forEach(permission -> {
            if (permission.path("status").asText().equals("granted")) {
                granted.add(permission.path("permission").asText());
            }
        });
        return granted;
    }

    private void account(boolean fix) {
        String account = channel.businessAccountId();
        if (account.isEmpty()) {
            lines.unknown(
                    Check.ACCOUNT,
                    "waybill.whatsapp.business-account-id is not set, so neither account nor subscription can be checked.",
                    "Set it to the WhatsApp Business Account ID, which stands beside the phone number ID.");
            return;
        }
        switch (graph.get(channel, account + "/phone_numbers?fields=id&limit=200")) {
            case Answer.Told(JsonNode body, Instant at) -> {
                if (ids(body).contains(channel.phoneNumberId())) {
                    lines.ok(Check.ACCOUNT, "The number belongs to the account %s.".formatted(account));
                } else {
                    lines.error(
                            Check.ACCOUNT,
                            "The account %s does not have the number id %s."
                                    .formatted(account, channel.phoneNumberId()),
                            "Copy the WhatsApp Business Account ID that stands beside this number into waybill.whatsapp.business-account-id.");
                }
                subscription(account, fix);
            }
            case Answer.Refused refused ->
                lines.error(
                        Check.ACCOUNT,
                        "Graph does not show the account %s to this token: %s".formatted(account, refused.words()),
                        "Copy the WhatsApp Business Account ID into waybill.whatsapp.business-account-id, and give the system user that account.");
            case Answer.Unreachable(String sentence) -> lines.unknown(Check.ACCOUNT, sentence, "Check again.");
        }
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("data").spliterator(), false)
                .map(element -> element.path("id").asText())
                .toList();
    }

    private void subscription(String account, boolean fix) {
        String path = account + "/subscribed_apps";
        List<String> apps = subscribed(path);
        boolean missing = apps != null && apps.isEmpty();
        if (missing && fix && graph.post(channel, path) instanceof Answer.Told) {
            apps = subscribed(path);
        }
        if (apps == null) {
            lines.unknown(
                    Check.SUBSCRIPTION,
                    "Graph does not say which apps hear of the account.",
                    "Give the token %s and check again.".formatted(MANAGEMENT));
        } else if (apps.isEmpty()) {
            lines.error(
                    Check.SUBSCRIPTION,
                    "No app is subscribed to the account %s: Meta delivers nothing that customers write."
                            .formatted(account),
                    "Check again with --fix (in the API: \"fix\": true), which subscribes the app of the token.");
        } else {
            lines.ok(
                    Check.SUBSCRIPTION,
                    "%s to the account: %s."
                            .formatted(missing ? "Was subscribed now" : "Subscribed", String.join(", ", apps)));
        }
    }

    /** Names of apps; null when Graph does not say. */
    private @Nullable List<String> subscribed(String path) {
        return graph.get(channel, path) instanceof Answer.Told(JsonNode body, Instant at)
                ? StreamSupport.stream(body.path("data").spliterator(), false)
                        .map(app -> app.at("/whatsapp_business_api_data/name").asText("an app"))
                        .toList()
                : null;
    }
}
