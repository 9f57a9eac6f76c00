package io.waybill.erasure;

import io.waybill.database.KeptForAWhile;
import io.waybill.database.KeptOfPeople;
import io.waybill.evidence.EvidenceRig;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** Everything that keeps something of people, as the gateway puts it together, on a database of its own; nothing else of the gateway. */
final class ErasureRig implements AutoCloseable {

    private static final Class<?>[] KEEPERS = keepers();

    final EvidenceRig shop = new EvidenceRig();
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    final People people;

    ErasureRig() {
        beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        beans.registerBean(JdbcClient.class, shop.database::jdbc);
        beans.registerBean(TransactionTemplate.class, shop.database::transaction);
        beans.registerBean(Clock.class, () -> shop.clock);
        beans.register(ErasureConfiguration.class);
        beans.register(KEEPERS);
        beans.registerBean(
                AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, LifecycleProcessor.class, NothingStarts::new);
        beans.refresh();
        people = beans.getBean(People.class);
    }

    private static Class<?>[] keepers() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        return scan.findCandidateComponents("io.waybill").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(type -> Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.isAnnotationPresent(Bean.class)
                                && KeptOfPeople.class.isAssignableFrom(method.getReturnType())))
                .toArray(Class<?>[]::new);
    }

    /** The gateway itself is not there. */
    private static final class NothingStarts extends DefaultLifecycleProcessor {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}
    }

    List<KeptOfPeople> kept() {
        return beans.getBeanProvider(KeptOfPeople.class).orderedStream().toList();
    }

    List<KeptForAWhile> aging() {
        return beans.getBeanProvider(KeptForAWhile.class).orderedStream().toList();
    }

    /** As an administrator does who knows what they do. */
    People.Erased forgets() {
        return people.erase(shop.contact, true, "ada");
    }

    /** Tables in which a text stands. */
    List<String> everywhere(String text) {
        JdbcClient jdbc = shop.database.jdbc();
        return tables("select tablename from pg_tables where schemaname = 'public' order by tablename").stream()
                .filter(table -> jdbc.sql(
                                "select exists (select 1 from %s t where position(? in t::text) > 0)".formatted(table))
                        .param(text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    List<String> tables(String query) {
        return shop.database.jdbc().sql(query).query(String.class).list();
    }

    @Override
    public void close() {
        beans.close();
    }
}
