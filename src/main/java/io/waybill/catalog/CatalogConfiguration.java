package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.media.Images;
import io.waybill.revision.PublishedFlows;
import io.waybill.store.Store;
import io.waybill.whatsapp.GraphAsk;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    HiddenProducts hiddenProducts(JdbcClient jdbc, Clock clock) {
        return new HiddenProducts(jdbc, clock, Ticker.systemTicker());
    }

    @Bean
    AssignedFlows assignedFlows(JdbcClient jdbc, Clock clock) {
        return new AssignedFlows(jdbc, clock, Ticker.systemTicker());
    }

    @Bean
    ErpProducts erpProducts(ErpReads erp) {
        return new ErpProducts(erp);
    }

    @Bean
    CatalogueCheck catalogueCheck(Store store, GraphAsk graph, WhatsAppChannels channels, ErpProducts products) {
        return new CatalogueCheck(() -> Optional.ofNullable(store.get().catalogId()), graph, channels, products);
    }

    @Bean
    ProductImages productImages(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new ProductImages(jdbc, transaction, clock, Ticker.systemTicker());
    }

    @Bean
    PicturedRows picturedProducts(ProductImages productImages) {
        return new PicturedRows(ErpOperation.LIST_PRODUCTS, productImages::byProduct);
    }

    @Bean
    Catalog catalog(HiddenProducts hiddenProducts, AssignedFlows assignedFlows) {
        return new Catalog(hiddenProducts, assignedFlows);
    }

    @Bean
    CustomerRows customerRows(PublishedFlows flows) {
        return new CustomerRows(flows);
    }

    @Bean
    SeenProducts seenProducts(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new SeenProducts(jdbc, transaction, clock);
    }

    @Bean
    ProductViews productViews(Catalog catalog, ProductImages productImages, CustomerRows rows, SeenProducts seen) {
        return new ProductViews(catalog, productImages, rows, seen);
    }

    @Bean
    ProductChanges productChanges(
            HiddenProducts hidden, AssignedFlows assigned, ProductImages attached, Images images, CustomerRows rows) {
        return new ProductChanges(hidden, assigned, attached, images, rows);
    }

    @Bean
    PriceQuestions priceQuestions(ErpReads erp, Clock clock) {
        return new PriceQuestions(erp, clock);
    }

    @Bean
    EnabledProducts enabledProducts(ErpReads erp, PicturedRows picturedProducts, Catalog catalog) {
        return new EnabledProducts(erp, picturedProducts, catalog);
    }

    @Bean
    Pricing pricing(ErpReads erp, Catalog catalog) {
        return new Pricing(erp, catalog);
    }
}
