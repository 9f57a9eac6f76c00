package io.waybill.whatsapp;

import java.io.InputStream;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.entity.mime.InputStreamBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** Hands files of ours to Graph by the route {@code whatsapp-upload}; bytes are read while they are sent. */
public class MediaUploads {

    private static final String ROUTE = "direct:whatsapp-upload";

    private final ProducerTemplate producer;
    private final Endpoint route;

    MediaUploads(CamelContext camel, ProducerTemplate producer) {
        this.producer = producer;
        this.route = camel.getEndpoint(ROUTE);
    }

    /** @param bytes opened once for each upload, and closed by it */
    public record FileToSend(String filename, String mime, long size, Supplier<InputStream> bytes) {}

    /** Uploads once and never throws for what can go wrong on the way. */
    public UploadResult upload(WhatsAppChannel channel, FileToSend file) {
        Exchange exchange = route.createExchange(ExchangePattern.InOut);
        exchange.setVariable("graphUrl", channel.uploadUrl());
        exchange.setVariable("graphAuthorization", "Bearer " + channel.accessToken());
        exchange.getMessage().setBody(form(file), HttpEntity.class);
        producer.send(route, exchange);
        return exchange.getException() == null
                ? GraphAnswer.uploaded(
                        exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                        exchange.getMessage().getBody(byte[].class))
                : new UploadResult.Failed(GraphAnswer.unanswered(exchange.getException()));
    }

    /** With its length, so that it need not be sent in chunks, which not every proxy passes on. */
    private static HttpEntity form(FileToSend file) {
        ContentType type = ContentType.create(file.mime());
        return MultipartEntityBuilder.create()
                .addTextBody("messaging_product", "whatsapp")
                .addTextBody("type", file.mime())
                .addPart("file", new InputStreamBody(file.bytes().get(), type, file.filename(), file.size()))
                .build();
    }
}
