package io.waybill.revision;

import io.waybill.access.Audit;
import io.waybill.erp.ErpGateway;
import io.waybill.flow.FlowLoader;
import io.waybill.home.Home;
import io.waybill.whatsapp.Templates;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RevisionConfiguration {

    private static final Duration SIMULATION = Duration.ofSeconds(5);

    @Bean
    FlowLoader flowLoader() {
        return new FlowLoader();
    }

    @Bean
    FlowRevisions flowRevisions(JdbcClient jdbc, Clock clock) {
        return new FlowRevisions(jdbc, clock);
    }

    @Bean
    FlowDrafts flowDrafts(JdbcClient jdbc, Clock clock) {
        return new FlowDrafts(jdbc, clock);
    }

    @Bean
    FlowTexts flowTexts(FlowRevisions store, FlowDrafts drafts) {
        return new FlowTexts(store, drafts);
    }

    @Bean
    @DependsOnDatabaseInitialization
    PublishedFlows publishedFlows(Home home, FlowRevisions store, FlowLoader loader, TransactionTemplate transaction) {
        new FlowFiles(home, store, loader, transaction).bringIn();
        PublishedFlows flows = new PublishedFlows(store, loader);
        flows.refresh();
        return flows;
    }

    @Bean
    FlowLint flowLint(Templates templates, PublishedFlows flows, ErpGateway erp) {
        return new FlowLint(templates, flows, erp);
    }

    @Bean
    Drafting drafting(FlowRevisions store, FlowDrafts drafts, TransactionTemplate transaction) {
        return new Drafting(store, drafts, transaction);
    }

    @Bean
    Publishing publishing(
            FlowRevisions store,
            FlowDrafts drafts,
            PublishedFlows flows,
            FlowLint linter,
            FlowLoader loader,
            TransactionTemplate transaction,
            Audit audit) {
        return new Publishing(store, drafts, flows, linter, loader, transaction, audit);
    }

    @Bean
    Starters starters(Home home, FlowRevisions store, PublishedFlows flows, Publishing publishing) {
        return new Starters(home, store, flows, publishing);
    }

    @Bean
    FlowViews flowViews(FlowRevisions store, FlowDrafts drafts, PublishedFlows flows, LiveSessions sessions) {
        return new FlowViews(store, drafts, flows, sessions);
    }

    @Bean
    FlowComparison flowComparison(FlowLoader loader) {
        return new FlowComparison(loader);
    }

    @Bean
    Simulator flowSimulator() {
        return new Simulator(SIMULATION);
    }
}
