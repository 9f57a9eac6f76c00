package io.waybill.media;

import io.waybill.database.AgedRows;
import io.waybill.database.KeptForAWhile;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.whatsapp.MediaApi;
import io.waybill.whatsapp.MediaUploads;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaProperties.class)
class MediaConfiguration {

    private static final int ID_BYTES = 16;

    /** Receipts are among them: an address stands on them. */
    @Bean
    KeptOfPeople filesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "media",
                "select id, filename, mime, size, sha256, created_at from media where contact_id = any(:contacts) order by created_at, id",
                "delete from media where contact_id = any(:contacts)");
    }

    /** What customers sent; receipts and pictures of products stay. */
    @Bean
    KeptForAWhile oldFiles(JdbcClient jdbc) {
        return new AgedRows(jdbc, "media", "id", "created_at", "t.contact_id is not null and t.media_id is not null");
    }

    @Bean
    MediaStore mediaStore(JdbcClient jdbc, Clock clock) {
        return new MediaStore(jdbc, randomIds(), clock);
    }

    @Bean
    MediaLinks mediaLinks(MediaProperties configured, JdbcClient jdbc, Clock clock) {
        MediaProperties properties = configured.usable();
        String key = properties.media().linkKey();
        Supplier<byte[]> secret = key == null ? new LinkSecret(jdbc) : () -> key.getBytes(StandardCharsets.UTF_8);
        return new MediaLinks(properties.baseUrl(), properties.media().linkValid(), secret, clock);
    }

    @Bean
    CustomerFiles customerFiles(MediaApi media, MediaStore store) {
        return new CustomerFiles(media, store);
    }

    @Bean
    FilesForGraph filesForGraph(
            MediaStore store, JdbcClient jdbc, MediaUploads uploads, MediaLinks links, Clock clock) {
        return new FilesForGraph(store, new OutboundMedia(jdbc), uploads::upload, links, clock);
    }

    @Bean
    StaffFiles staffFiles(CustomerFiles customerFiles, MediaStore store) {
        return new StaffFiles(customerFiles, store);
    }

    @Bean
    OwnDocuments ownDocuments(MediaStore store) {
        return new OwnDocuments(store);
    }

    @Bean
    Images images(MediaStore store, MediaLinks links, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new Images(store, links, jdbc, transaction, clock);
    }

    @Bean
    FilesForErp filesForErp(MediaStore store, MediaLinks links) {
        return new FilesForErp(store, links);
    }

    /** 128 bits: nobody comes upon a file by trying. */
    private static Supplier<String> randomIds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] id = new byte[ID_BYTES];
            random.nextBytes(id);
            return HexFormat.of().formatHex(id);
        };
    }
}
