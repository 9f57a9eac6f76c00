package io.waybill.setup;

import io.waybill.template.MappedTemplates;
import io.waybill.webhook.WebhookCalls;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What this gateway knows: calls of its webhook, whether a test message arrived, templates and catalogue at Meta, and its own rules. */
final class GatewayExperience implements SetupCheck.Experience {

    private static final Duration RECENT = Duration.ofDays(30);
    private static final String TEST = "Send one by POST /api/v1/whatsapp/test {\"to\": \"+…\"} to a phone of yours.";

    private final WhatsAppChannels channels;
    private final WebhookCalls calls;
    private final TestMessages tests;
    private final MappedTemplates templates;
    private final MetaCatalogue catalogue;
    private final StockRule stock;
    private final Clock clock;

    GatewayExperience(
            WhatsAppChannels channels,
            WebhookCalls calls,
            TestMessages tests,
            MappedTemplates templates,
            MetaCatalogue catalogue,
            StockRule stock,
            Clock clock) {
        this.channels = channels;
        this.calls = calls;
        this.tests = tests;
        this.templates = templates;
        this.catalogue = catalogue;
        this.stock = stock;
        this.clock = clock;
    }

    @Override
    public void tell(WhatsAppChannel channel, Lines lines) {
        Instant now = clock.instant();
        new CallLines(calls.of(callbacks(channel)), lines).tell(now);
        tests.lastArrived(channel.phoneNumberId())
                .ifPresentOrElse(
                        at -> arrived(at, now, lines),
                        () -> lines.warning(Check.ROUND_TRIP, "No test message has arrived yet.", TEST));
        templates(channel, lines);
        if (channel.name().equals(WhatsAppChannel.MAIN)) {
            catalogue.compared().ifPresent(compared -> CatalogueLine.tell(compared, lines));
        }
        StockLine.tell(stock.of(channel), lines);
    }

    private void templates(WhatsAppChannel channel, Lines lines) {
        if (channel.businessAccountId().isEmpty()) {
            lines.unknown(
                    Check.TEMPLATES,
                    "waybill.whatsapp.business-account-id is not set, so which templates Meta has approved is not known.",
                    "Set it to the WhatsApp Business Account ID, which stands beside the phone number ID.");
        } else {
            TemplateLine.tell(templates.of(channel), lines);
        }
    }

    private static void arrived(Instant at, Instant now, Lines lines) {
        if (at.plus(RECENT).isBefore(now)) {
            lines.warning(Check.ROUND_TRIP, "The last test message arrived at %s.".formatted(at), TEST);
        } else {
            lines.ok(Check.ROUND_TRIP, "A test message arrived at %s.".formatted(at));
        }
    }

    /** An app has one callback URL for all its numbers, whichever of their names stands in it. */
    private List<String> callbacks(WhatsAppChannel channel) {
        return channels.all().stream()
                .filter(other -> other.appSecret().equals(channel.appSecret()))
                .map(WhatsAppChannel::name)
                .toList();
    }
}
