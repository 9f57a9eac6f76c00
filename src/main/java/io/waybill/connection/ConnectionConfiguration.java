package io.waybill.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.access.Audit;
import io.waybill.database.SecretBox;
import io.waybill.erp.ErpConnections;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the connection to the ERP together. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    ConnectionStore connectionStore(JdbcClient jdbc, ObjectMapper json) {
        return new ConnectionStore(jdbc, json);
    }

    @Bean
    SealedSecrets sealedSecrets(SecretBox box) {
        return new SealedSecrets(box);
    }

    @Bean
    ConnectionWatch connectionWatch(ConnectionStore store, ErpConnections erp, SealedSecrets secrets) {
        return new ConnectionWatch(store, erp, secrets, System::nanoTime);
    }

    @Bean
    Connections connections(
            ConnectionStore store,
            ErpConnections erp,
            SealedSecrets secrets,
            ConnectionWatch watch,
            Audit audit,
            Clock clock) {
        return new Connections(store, erp, secrets, watch, audit, clock);
    }

    @Bean
    ErpProgress erpProgress(Connections connections, ConnectionWatch watch, ErpConnections erp) {
        return new ErpProgress(connections, watch, erp);
    }

    @Bean
    Switching connectionSwitching(
            Connections connections,
            ConnectionStore store,
            ConnectionWatch watch,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        return new Switching(connections, store, watch, events, audit, clock);
    }

    @Bean
    Testing connectionTesting(Connections connections, Clock clock, Supplier<String> ids) {
        return new Testing(connections, clock, ids);
    }
}
