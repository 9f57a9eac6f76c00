package io.waybill.erp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/** How one HTTP request ended on the wire, before anybody asks what the answer means. */
sealed interface HttpResult {

    /**
     * The ERP answered, with any status.
     *
     * @param cookies as they were set
     * @param headers all others, by name
     */
    record Answered(
            int status, @Nullable String contentType, byte[] body, List<String> cookies, Map<String, String> headers)
            implements HttpResult {

        /** True when nothing speaks against JSON; many small servers name no type at all. */
        boolean isDeclaredJson() {
            String type = mediaType();
            return type.isEmpty() || type.endsWith("/json") || type.endsWith("+json");
        }

        /** Without parameters, in lower case; empty when the ERP named none. */
        String mediaType() {
            String type = contentType == null ? "" : contentType;
            int parameters = type.indexOf(';');
            return (parameters < 0 ? type : type.substring(0, parameters))
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }

        Charset charset() {
            ContentType type = contentType == null ? null : ContentType.parseLenient(contentType);
            return type == null ? StandardCharsets.UTF_8 : type.getCharset(StandardCharsets.UTF_8);
        }
    }

    /** The request certainly never reached the ERP. */
    record NotSent(String reason) implements HttpResult {}

    /** The request may have reached the ERP; no whole answer came back. */
    record Lost(String reason) implements HttpResult {}

    /** An answer came, but longer than we read. */
    record TooLarge(int limit) implements HttpResult {}
}
