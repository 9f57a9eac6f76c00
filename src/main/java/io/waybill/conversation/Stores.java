package io.waybill.conversation;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.conversation.Settings.NumberProfile;
import io.waybill.conversation.Settings.OwnStore;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.World;
import io.waybill.home.Misconfigured;
import io.waybill.modules.ModuleSwitches;
import io.waybill.order.CashNumbers;
import io.waybill.setting.Derived;
import io.waybill.store.Store;
import io.waybill.store.StoreSettings;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the business is to customers of each number of ours. */
final class Stores {

    private static final NumberProfile LIKE_ALL = new NumberProfile(Set.of(), OwnStore.SAME);

    private static final String CASH = "cod";

    private final Derived<StoreSettings, Now> now;
    private final ModuleSwitches modules;

    /** @throws Misconfigured naming the property that is wrong */
    Stores(Store store, Settings settings, WhatsAppChannels channels, ModuleSwitches modules) {
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
        now = new Derived<>(store, profile -> Now.of(profile, settings, channels));
        now.get();
    }

    /** @param byNumber by Meta's id of a number of ours */
    private record Now(World.Store common, Map<String, World.Store> byNumber) {

        static Now of(StoreSettings profile, Settings settings, WhatsAppChannels channels) {
            return new Now(
                    world(profile, Set.of()),
                    channels.all().stream()
                            .collect(Collectors.toMap(
                                    WhatsAppChannel::phoneNumberId, channel -> of(channel, profile, settings))));
        }

        private static World.Store of(WhatsAppChannel channel, StoreSettings profile, Settings settings) {
            NumberProfile number = settings.numbers().getOrDefault(channel.name(), LIKE_ALL);
            return world(number.store().over(profile), number.flows());
        }

        private static World.Store world(StoreSettings profile, Set<String> flows) {
            StoreSettings store = profile.usable();
            Duration held = store.reserveFor();
            return new World.Store(
                    store.name(),
                    store.modes().stream().distinct().toList(),
                    store.pickupAddress(),
                    store.confirmed(),
                    held == null ? null : held.toMinutes(),
                    store.catalogId(),
                    flows);
        }
    }

    /** One for each number. */
    Collection<World.Store> all() {
        return now.get().byNumber().values();
    }

    /** Where customers pay when they get it, by the settings as they are now. */
    CashNumbers cash() {
        Now stores = now.get();
        boolean usually = stores.common().confirmed().equals(CASH);
        return new CashNumbers(
                usually,
                stores.byNumber().entrySet().stream()
                        .filter(number -> number.getValue().confirmed().equals(CASH) != usually)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    /** As it is for all where the number is not ours any more; without flows of what is switched off. */
    World.Store of(String phoneNumberId) {
        Now stores = now.get();
        World.Store store = stores.byNumber().getOrDefault(phoneNumberId, stores.common());
        return store.offering(modules.startable(store.flows()));
    }

    /** What flows see of what the ERP has. */
    Set<ErpOperation> seen(Set<ErpOperation> available) {
        return modules.seen(available);
    }
}
