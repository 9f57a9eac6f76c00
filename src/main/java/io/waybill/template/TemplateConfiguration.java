package io.waybill.template;

import io.waybill.attention.AttentionCategory;
import io.waybill.live.LiveEvents;
import io.waybill.media.Images;
import io.waybill.notice.Notices;
import io.waybill.outbox.HeldTemplates;
import io.waybill.whatsapp.TemplateApi;
import io.waybill.whatsapp.TemplateSamples;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    TemplateStore templateStore(JdbcClient jdbc) {
        return new TemplateStore(jdbc);
    }

    @Bean
    TemplateCatalog templateCatalog(WhatsAppChannels channels, TemplateStore store, Templates shipped) {
        return new TemplateCatalog(channels, store, shipped);
    }

    @Bean
    Mappings templateMappings(JdbcClient jdbc, Templates shipped, Clock clock) {
        return new Mappings(jdbc, shipped, clock);
    }

    @Bean
    TemplateNotices templateNotices(Notices notices, TemplateCatalog catalog, Mappings mappings) {
        return new TemplateNotices(notices, catalog, mappings);
    }

    @Bean
    TemplateSync templateSync(
            WhatsAppChannels channels,
            TemplateApi api,
            TemplateStore store,
            TemplateNotices notices,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        return new TemplateSync(channels, api, store, notices, transaction, events, clock);
    }

    @Bean
    TemplatePictures templatePictures(Mappings mappings) {
        return new TemplatePictures(mappings);
    }

    @Bean
    CheckedMappings checkedMappings(Mappings mappings, TemplateCatalog catalog, Images images) {
        return new CheckedMappings(mappings, catalog, images);
    }

    @Bean
    MappedTemplates mappedTemplates(Mappings mappings, TemplateCatalog catalog, TemplateSync sync) {
        return new MappedTemplates(mappings, catalog, sync);
    }

    @Bean
    TemplateNews templateNews(
            WhatsAppChannels channels,
            TemplateStore store,
            TemplateNotices notices,
            TemplateSync sync,
            ApplicationEventPublisher events,
            Clock clock) {
        return new TemplateNews(channels, store, notices, sync, events, clock);
    }

    @Bean
    TemplateCheck templateCheck(TemplateCatalog catalog, TemplateSync sync) {
        return new TemplateCheck(catalog, sync);
    }

    @Bean
    TemplateRelease templateRelease(HeldTemplates held) {
        return new TemplateRelease(held);
    }

    @Bean
    TemplateEditor templateEditor(
            WhatsAppChannels channels,
            TemplateApi api,
            TemplateSamples samples,
            TemplateStore store,
            TemplateNotices notices,
            TemplateSync sync,
            TemplateCatalog catalog,
            Templates shipped,
            Clock clock) {
        return new TemplateEditor(channels, api, samples, store, notices, sync, catalog, shipped, clock);
    }

    @Bean
    TemplateDrafts templateDrafts(JdbcClient jdbc, Clock clock) {
        return new TemplateDrafts(jdbc, clock);
    }

    @Bean
    TemplateDrafting templateDrafting(TemplateDrafts drafts, TemplateEditor editor, WhatsAppChannels channels) {
        return new TemplateDrafting(drafts, editor, channels);
    }

    @Bean
    TemplateBell templateBell(JdbcClient jdbc, LiveEvents live) {
        return new TemplateBell(jdbc, live);
    }

    @Bean
    MappingViews mappingViews(
            Mappings mappings,
            CheckedMappings checked,
            MappedTemplates standing,
            WhatsAppChannels channels,
            RealExample real) {
        return new MappingViews(mappings, checked, standing, channels, real);
    }

    @Bean
    @Order(62)
    AttentionCategory templatesThatCannotGo(
            TemplateStore store,
            TemplateCatalog catalog,
            MappedTemplates standing,
            WhatsAppChannels channels,
            Clock clock) {
        return new TemplateAttention(store, catalog, standing, channels, clock.instant());
    }

    @Bean
    TemplateViews templateViews(
            TemplateStore store,
            TemplateCatalog catalog,
            TemplateSync sync,
            Templates shipped,
            TemplateEditor editor,
            Mappings mappings) {
        return new TemplateViews(store, catalog, sync, shipped, editor, mappings);
    }
}
