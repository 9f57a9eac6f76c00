package io.waybill.chat;

import io.waybill.catalog.EnabledProducts;
import io.waybill.desk.ChatOwners;
import io.waybill.inbox.ContactProfiles;
import io.waybill.inbox.Contacts;
import io.waybill.inbox.Inbox;
import io.waybill.media.StaffFiles;
import io.waybill.outbox.Posting;
import io.waybill.outbox.Recipients;
import io.waybill.outbox.RetryHold;
import io.waybill.template.TemplateCatalog;
import io.waybill.whatsapp.Templates;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

    @Bean
    Takeovers takeovers(
            TransactionTemplate transaction,
            ContactProfiles profiles,
            Recipients recipients,
            ChatOwners owners,
            Inbox inbox,
            Clock clock) {
        return new Takeovers(transaction, profiles, recipients, owners, inbox, clock);
    }

    /** What is sent again in other words is said by people. */
    @Bean
    RetryHold retryHold(ReplyHold holds) {
        return contactId -> holds.on(contactId).map(ReplyHold.Held::why);
    }

    @Bean
    QuickReplies quickReplies(JdbcClient jdbc, Clock clock) {
        return new QuickReplies(jdbc, clock);
    }

    @Bean
    StaffMessages staffMessages(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Contacts contacts,
            ContactProfiles profiles,
            Recipients recipients,
            Inbox inbox,
            Takeovers takeovers,
            Posting posting,
            TemplateCatalog catalog,
            Templates shipped,
            StaffFiles files,
            ReplyHold holds,
            EnabledProducts products,
            Clock clock) {
        return new StaffMessages(
                jdbc,
                transaction,
                contacts,
                profiles,
                recipients,
                inbox,
                takeovers,
                posting,
                new Wording(catalog, shipped, files::find, clock),
                holds,
                products,
                clock);
    }
}
