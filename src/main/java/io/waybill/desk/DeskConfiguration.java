package io.waybill.desk;

import io.waybill.access.People;
import io.waybill.attention.AttentionCategory;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notices;
import io.waybill.order.OrderDesk;
import io.waybill.outbox.StoreZone;
import java.time.Clock;
import java.util.List;
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
    BusinessHours businessHours(DeskSettings settings, StoreZone store) {
        return new BusinessHours(settings.hours(), settings.holidays(), store.zone());
    }

    @Bean
    Teams teams(DeskSettings settings) {
        return new Teams(settings.usable());
    }

    @Bean
    Availability availability(JdbcClient jdbc, DeskSettings settings, Clock clock) {
        return new Availability(jdbc, settings.awayAfter(), clock);
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
    AlertBell alertBell(Alerts alerts, Availability people, Teams teams, LiveEvents live) {
        return new AlertBell(alerts, people, teams, live);
    }

    @Bean
    Dealing dealing(
            Chats chats, Availability people, Teams teams, AssignmentLog log, Alerts alerts, DeskSettings settings) {
        return new Dealing(chats, people, teams, log, alerts, settings.assign() == DeskSettings.Assign.ROUND_ROBIN);
    }

    @Bean
    ChatOwners chatOwners(Chats chats, Dealing dealing, Teams teams) {
        return new ChatOwners(chats, dealing, teams);
    }

    @Bean
    Desk desk(
            Chats chats, AssignmentLog log, Dealing dealing, Teams teams, BusinessHours hours, DeskSettings settings) {
        return new Desk(chats, log, dealing, teams, hours, settings);
    }

    @Bean
    Assigning assigning(
            Chats chats,
            OrderDesk orders,
            Dealing dealing,
            Teams teams,
            AssignmentLog log,
            Alerts alerts,
            Availability availability,
            People people,
            TransactionTemplate transaction) {
        return new Assigning(chats, orders, dealing, teams, log, alerts, availability, people, transaction);
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
            BusinessHours hours,
            DeskSettings settings,
            Notices notices,
            Alerts alerts,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        return new Digest(categories, hours, settings.digestAt(), notices, alerts, jdbc, transaction, clock);
    }
}
