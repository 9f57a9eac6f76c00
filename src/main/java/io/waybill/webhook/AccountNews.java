package io.waybill.webhook;

import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import io.waybill.outbox.NumberPaces;
import io.waybill.whatsapp.WebhookPayload.Item;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.List;

/** Has staff told what Meta says of the business account and its numbers. */
final class AccountNews {

    /** Meta raises a number to this all at once. */
    private static final int MESSAGES_PER_SECOND = 1000;

    private final Notices notices;
    private final NumberPaces paces;
    private final WhatsAppChannels channels;

    AccountNews(Notices notices, NumberPaces paces, WhatsAppChannels channels) {
        this.notices = notices;
        this.paces = paces;
        this.channels = channels;
    }

    void tell(Item.Account news) {
        if (news.sentence().isEmpty()) {
            notices.end(Kind.ACCOUNT, news.subject());
        } else {
            notices.raise(Kind.ACCOUNT, news.subject(), news.sentence(), null);
        }
    }

    /** Meta names the number as people read it, which the configuration does not have: it is told by its account. */
    void faster(Item.Throughput news) {
        List<WhatsAppChannel> numbers = channels.all().stream()
                .filter(channel -> channel.businessAccountId().equals(news.businessAccountId())
                        || channels.all().size() == 1)
                .toList();
        if (numbers.size() == 1) {
            paces.raise(numbers.getFirst().phoneNumberId(), MESSAGES_PER_SECOND);
        } else {
            notices.raise(
                    Kind.ACCOUNT,
                    news.businessAccountId() + " throughput of " + news.displayNumber(),
                    "Meta lets the number %s send %d messages a second: set messages-per-second of the number in waybill.whatsapp."
                            .formatted(news.displayNumber(), MESSAGES_PER_SECOND),
                    null);
        }
    }
}
