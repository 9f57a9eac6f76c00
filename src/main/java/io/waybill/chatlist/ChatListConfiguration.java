package io.waybill.chatlist;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.conversation.ConversationViews;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.live.LiveEvents;
import io.waybill.outbox.SentThread;
import io.waybill.template.TemplateCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ChatListConfiguration {

    @Bean
    ChatHeads chatHeads(JdbcClient jdbc, TransactionTemplate transaction) {
        return new ChatHeads(jdbc, transaction);
    }

    @Bean
    ChatBell chatBell(ChatHeads heads, LiveEvents live) {
        return new ChatBell(heads, live);
    }

    @Bean
    ChatList chatList(JdbcClient jdbc) {
        return new ChatList(jdbc);
    }

    @Bean
    KeptOfPeople chatHeadsOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "chat_head",
                "select at, snippet, snippet_at, assignee from chat_head where contact_id = any(:contacts) order by contact_id",
                "delete from chat_head where contact_id = any(:contacts)");
    }

    @Bean
    Threads threads(
            JdbcClient jdbc, SentThread sent, ConversationViews views, TemplateCatalog templates, ObjectMapper json) {
        return new Threads(jdbc, sent, views, new OutgoingWords(json, templates));
    }
}
