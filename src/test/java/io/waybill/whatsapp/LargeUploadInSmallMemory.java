package io.waybill.whatsapp;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A process of its own, whose memory would not hold the file. Argument: where Graph is. */
final class LargeUploadInSmallMemory {

    static final int SIZE = 100 * 1024 * 1024;

    private LargeUploadInSmallMemory() {}

    public static void main(String[] args) {
        List<String> properties = List.of(
                "camel.main.routes-include-pattern=file:routes/50-whatsapp.camel.yaml",
                "spring.main.banner-mode=off",
                "logging.level.root=warn",
                "waybill.whatsapp.base-url=" + args[0],
                "waybill.whatsapp.phone-number-id=1",
                "waybill.whatsapp.access-token=token",
                "waybill.whatsapp.app-secret=secret",
                "waybill.whatsapp.verify-token=word");
        try (ConfigurableApplicationContext alone = new SpringApplicationBuilder(WhatsAppAlone.class)
                .web(WebApplicationType.NONE)
                .properties(properties.toArray(String[]::new))
                .run()) {
            MediaUploads.FileToSend file =
                    new MediaUploads.FileToSend("large.pdf", "application/pdf", SIZE, LargeUploadInSmallMemory::file);
            UploadResult result = alone.getBean(MediaUploads.class)
                    .upload(alone.getBean(WhatsAppChannels.class).main(), file);
            System.out.println(result);
        }
    }

    /** The file is this, again and again. */
    static byte[] piece() {
        byte[] piece = new byte[1024 * 1024];
        new Random(1).nextBytes(piece);
        return piece;
    }

    private static InputStream file() {
        byte[] piece = piece();
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(SIZE / piece.length, piece).stream()
                .<InputStream>map(ByteArrayInputStream::new)
                .toList()));
    }
}
