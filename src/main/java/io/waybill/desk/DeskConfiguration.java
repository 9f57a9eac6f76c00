package io.waybill.desk;

import io.waybill.access.People;
import io.waybill.attention.AttentionCategory;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notices;
import io.waybill.order.OrderDesk;
import io.waybill.setting.Derived;
import io.waybill.setting.SavedSettings;
import io.waybill.setting.Setting;
import io.waybill.store.Store;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskSettings.class)
class DeskConfiguration {

    @Bean
    Setting<DeskSettings> deskSetting(SavedSettings saved, DeskSettings configured) {
        return saved.of("desk", DeskSettings.class, configured, settings -> DeskRules.of(settings, ZoneOffset.UTC));
    }

    @Bean
    Supplier<DeskRules> deskRules(Setting<DeskSettings> settings, Store store) {
        record Basis(DeskSettings settings, ZoneId zone) {}
        return new Derived<Basis, DeskRules>(
                () -> new Basis(settings.get(), store.zone()), basis -> DeskRules.of(basis.settings(), basis.zone()));
    }

    @Bean
    Availability availability(JdbcClient jdbc, Setting<DeskSettings> settings, Clock clock) {
        return new Availability(jdbc, () -> settings.get().awayAfter(), clock);
    }

    @Bean
    KeptOfPeople deskChatsOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "desk_chat",
                "select team, assignee, waiting_since, reason from desk_chat where contact_id = any(:contacts)",
                "delete from desk_chat where contact_id = any(:contacts)");
    }

    @Bean
    Chats chats(JdbcClient jdbc) {
        return new Chats(jdbc);
    }

    @Bean
    AssignmentLog assignmentLog(JdbcClient jdbc, Clock clock) {
        return new AssignmentLog(jdbc, clock);
    }

    @Bean
    Alerts alerts(JdbcClient jdbc, Clock clock) {
        return new Alerts(jdbc, clock);
    }

    @Bean
    AlertBell alertBell(Alerts alerts, Availability people, Supplier<DeskRules> rules, LiveEvents live) {
        return new AlertBell(alerts, people, rules, live);
    }

    @Bean
    Dealing dealing(Chats chats, Availability people, AssignmentLog log, Alerts alerts, Supplier<DeskRules> rules) {
        return new Dealing(chats, people, log, alerts, rules);
    }

    @Bean
    ChatOwners chatOwners(Chats chats, Dealing dealing, Supplier<DeskRules> rules) {
        return new ChatOwners(chats, dealing, rules);
    }

    @Bean
    Desk desk(Chats chats, AssignmentLog log, Dealing dealing, Supplier<DeskRules> rules) {
        return new Desk(chats, log, dealing, rules);
    }

    @Bean
    Assigning assigning(
            Chats chats,
            OrderDesk orders,
            Dealing dealing,
            Supplier<DeskRules> rules,
            AssignmentLog log,
            Alerts alerts,
            Availability availability,
            People people,
            TransactionTemplate transaction) {
        return new Assigning(chats, orders, dealing, rules, log, alerts, availability, people, transaction);
    }

    @Bean
    @Order(40)
    AttentionCategory unassignedChats(JdbcClient jdbc) {
        return WaitingChats.unassigned(jdbc);
    }

    @Bean
    @Order(50)
    AttentionCategory unansweredChats(JdbcClient jdbc) {
        return WaitingChats.unanswered(jdbc);
    }

    @Bean
    Digest digest(
            List<AttentionCategory> categories,
            Supplier<DeskRules> rules,
            Notices notices,
            Alerts alerts,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        return new Digest(categories, rules, notices, alerts, jdbc, transaction, clock);
    }
}
