package io.waybill.whatsapp;

import io.waybill.home.Misconfigured;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of ours, by Meta's id of each; at least one. */
public final class WhatsAppChannels {

    private final Map<String, WhatsAppChannel> byId = new LinkedHashMap<>();

    /** @throws Misconfigured when two have one id */
    public WhatsAppChannels(List<WhatsAppChannel> channels) {
        for (WhatsAppChannel channel : channels) {
            WhatsAppChannel other = byId.put(channel.phoneNumberId(), channel);
            if (other != null) {
                throw new Misconfigured("The WhatsApp numbers %s and %s have the same phone-number-id %s."
                        .formatted(other.name(), channel.name(), channel.phoneNumberId()));
            }
        }
    }

    /** {@code main} and what else is configured. */
    static WhatsAppChannels of(WhatsAppChannel main, Map<String, WhatsAppProperties.Number> more) {
        List<WhatsAppChannel> channels = new ArrayList<>(List.of(main));
        more.forEach((name, number) -> channels.add(main.with(name, number)));
        return new WhatsAppChannels(channels);
    }

    /** The number that is used where none is named. */
    public WhatsAppChannel main() {
        return byId.values().iterator().next();
    }

    /** Empty for a number that is not ours, or not any more. */
    public Optional<WhatsAppChannel> of(String phoneNumberId) {
        return Optional.ofNullable(byId.get(phoneNumberId));
    }

    /** By the name the configuration gives it. */
    public Optional<WhatsAppChannel> named(String name) {
        return byId.values().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }

    /** One number of each business account that has templates at Meta; none on the simulator or where no account is named. */
    public List<WhatsAppChannel> accounts() {
        Map<String, WhatsAppChannel> accounts = new LinkedHashMap<>();
        byId.values().stream()
                .filter(channel ->
                        channel.real() && !channel.businessAccountId().isEmpty())
                .forEach(channel -> accounts.putIfAbsent(channel.businessAccountId(), channel));
        return List.copyOf(accounts.values());
    }

    /** The main one first. */
    public Collection<WhatsAppChannel> all() {
        return byId.values();
    }
}
