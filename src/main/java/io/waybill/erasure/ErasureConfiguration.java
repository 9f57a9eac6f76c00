package io.waybill.erasure;

import io.waybill.access.Audit;
import io.waybill.database.KeptForAWhile;
import io.waybill.database.KeptOfPeople;
import io.waybill.setting.SavedSettings;
import io.waybill.setting.Setting;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class ErasureConfiguration {

    @Bean
    People people(ObjectProvider<KeptOfPeople> kept, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new People(kept.orderedStream().toList(), jdbc, transaction, clock);
    }

    @Bean
    Setting<RetentionSettings> retentionSetting(SavedSettings saved, RetentionSettings configured) {
        return saved.of("retention", RetentionSettings.class, configured, RetentionSettings::usable);
    }

    @Bean
    SilentPeople silentPeople(JdbcClient jdbc) {
        return new SilentPeople(jdbc);
    }

    @Bean
    OldMessages oldMessagesDeleted(
            ObjectProvider<KeptForAWhile> kept, Setting<RetentionSettings> settings, Audit audit, Clock clock) {
        return new OldMessages(kept.orderedStream().toList(), settings, audit, clock);
    }

    @Bean
    Retention retention(
            SilentPeople silent,
            People people,
            Setting<RetentionSettings> settings,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        return new Retention(silent, people, settings, audit, transaction, clock);
    }
}
