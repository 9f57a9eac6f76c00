package io.waybill.evidence;

import io.waybill.database.KeptOfPeople;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    Seals evidenceSeals(JdbcClient jdbc) {
        return new Seals(jdbc);
    }

    @Bean
    Chains evidenceChains(JdbcClient jdbc, Seals seals) {
        return new Chains(jdbc, seals);
    }

    @Bean
    Sealing evidenceSealing(JdbcClient jdbc, Chains chains, Seals seals, TransactionTemplate transaction, Clock clock) {
        return new Sealing(jdbc, new Sources(jdbc), chains, seals, transaction, clock);
    }

    /** The first of all: what is erased elsewhere was sealed before. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    KeptOfPeople evidenceOfPeople(Evidence evidence) {
        return new KeptOfPeople() {
            @Override
            public String name() {
                return "evidence_part";
            }

            /** What it holds is a copy of what the others hand out. */
            @Override
            public List<String> of(List<Long> contacts) {
                return List.of();
            }

            @Override
            public int erase(List<Long> contacts) {
                return evidence.erase(contacts);
            }
        };
    }

    @Bean
    Evidence evidence(Sealing sealing, Chains chains, Seals seals, JdbcClient jdbc, TransactionTemplate transaction) {
        return new Evidence(sealing, chains, seals, jdbc, transaction);
    }
}
