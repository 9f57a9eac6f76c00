package io.waybill.conversation;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.conversation.Settings.NumberProfile;
import io.waybill.conversation.Settings.OwnStore;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.World;
import io.waybill.home.Misconfigured;
import io.waybill.modules.ModuleSwitches;
import io.waybill.order.CashNumbers;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the business is to customers of each number of ours. */
final class Stores {

    private static final NumberProfile LIKE_ALL =
            new NumberProfile(Set.of(), new OwnStore(null, null, null, null, null, null));

    private static final String CASH = "cod";

    private final World.Store common;
    private final Map<String, World.Store> byNumber;
    private final ModuleSwitches modules;

    /** @throws Misconfigured naming the property that is wrong */
    Stores(Settings settings, WhatsAppChannels channels, ModuleSwitches modules) {
        this.modules = modules;
        settings.numbers()
                .keySet()
                .forEach(name -> unless(
                        channels.named(name).isPresent(),
                        "waybill.numbers.%s is about a number that is not in waybill.whatsapp.numbers: there are %s."
                                .formatted(
                                        name,
                                        channels.all().stream()
                                                .map(WhatsAppChannel::name)
                                                .collect(Collectors.joining(", ")))));
        common = settings.store().store(Set.of());
        byNumber = channels.all().stream()
                .collect(Collectors.toMap(WhatsAppChannel::phoneNumberId, channel -> store(channel, settings)));
    }

    private static World.Store store(WhatsAppChannel channel, Settings settings) {
        NumberProfile profile = settings.numbers().getOrDefault(channel.name(), LIKE_ALL);
        return profile.store().over(settings.store()).store(profile.flows());
    }

    /** One for each number. */
    Collection<World.Store> all() {
        return byNumber.values();
    }

    /** Where customers pay when they get it, by the settings. */
    CashNumbers cash() {
        boolean usually = common.confirmed().equals(CASH);
        return new CashNumbers(
                usually,
                byNumber.entrySet().stream()
                        .filter(number -> number.getValue().confirmed().equals(CASH) != usually)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    /** As it is for all where the number is not ours any more; without flows of what is switched off. */
    World.Store of(String phoneNumberId) {
        World.Store store = byNumber.getOrDefault(phoneNumberId, common);
        return store.offering(modules.startable(store.flows()));
    }

    /** What flows see of what the ERP has. */
    Set<ErpOperation> seen(Set<ErpOperation> available) {
        return modules.seen(available);
    }
}
