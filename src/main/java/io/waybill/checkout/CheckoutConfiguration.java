package io.waybill.checkout;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.catalog.Pricing;
import io.waybill.database.KeptOfPeople;
import io.waybill.delivery.DeliveryBands;
import io.waybill.inbox.ContactProfiles;
import io.waybill.inbox.Contacts;
import io.waybill.inbox.Inbox;
import io.waybill.inbox.LocalNumbers;
import io.waybill.link.ChatLinks;
import io.waybill.whatsapp.Templates;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckoutSettings.class)
class CheckoutConfiguration {

    /** Without those that look like others. */
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 2^58 of them: nobody finds one by trying. */
    private static final int CODE_LENGTH = 12;

    private static final int ID_LENGTH = 20;

    @Bean
    Placements placements(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new Placements(jdbc, json, clock);
    }

    @Bean
    KeptOfPeople placedOrdersOfPeople(JdbcClient jdbc) {
        return new ErasedPlacements(jdbc);
    }

    @Bean
    Quotes quotes(Pricing pricing, DeliveryBands bands) {
        return new Quotes(pricing, bands);
    }

    @Bean
    CodRule codRule(Shops shops, Templates templates) {
        return new CodRule(shops, templates);
    }

    @Bean
    ChatNumbers chatNumbers(ContactProfiles profiles, LocalNumbers phones) {
        return new ChatNumbers(profiles, phones);
    }

    @Bean
    PlacementAnswers placementAnswers(ChatLinks links) {
        return new PlacementAnswers(new OrderLinks(links));
    }

    @Bean
    Checkout checkout(
            Placements placements,
            Quotes quotes,
            CodRule cod,
            Contacts contacts,
            Inbox inbox,
            TransactionTemplate transaction,
            ObjectMapper json,
            Clock clock) {
        SecureRandom random = new SecureRandom();
        return new Checkout(
                placements,
                quotes,
                cod,
                contacts,
                inbox,
                transaction,
                json,
                () -> UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH),
                () -> random.ints(CODE_LENGTH, 0, CODE_LETTERS.length())
                        .mapToObj(letter -> String.valueOf(CODE_LETTERS.charAt(letter)))
                        .collect(Collectors.joining()),
                clock);
    }
}
