package io.waybill.webhook;

import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our callback URLs, one for each number. Which secret a call is checked by is told from its path, never from its body. */
final class Callbacks {

    private final Map<String, Callback> byName;

    Callbacks(WhatsAppChannels channels) {
        byName = channels.all().stream()
                .map(channel -> Callback.of(channel, channels))
                .collect(Collectors.toUnmodifiableMap(Callback::name, Function.identity()));
    }

    /** Of the number {@code waybill.whatsapp} itself describes. */
    Callback main() {
        return byName.get(WhatsAppChannel.MAIN);
    }

    /** Of the number with this name; empty when there is none. */
    Optional<Callback> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Who may call here, and about what.
     *
     * @param phoneNumberIds numbers of ours whose app has the same secret: an app has one callback URL for all its numbers
     */
    record Callback(
            String name, WebhookSignature signature, WebhookVerification verification, Set<String> phoneNumberIds) {

        private static Callback of(WhatsAppChannel channel, WhatsAppChannels channels) {
            return new Callback(
                    channel.name(),
                    new WebhookSignature(channel.appSecret()),
                    new WebhookVerification(channel.verifyToken()),
                    channels.all().stream()
                            .filter(other -> other.appSecret().equals(channel.appSecret()))
                            .map(WhatsAppChannel::phoneNumberId)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }
}
