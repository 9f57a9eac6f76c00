package io.waybill.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells whether a webhook body comes from Meta, by the HMAC over its bytes exactly as they were sent. */
public final class WebhookSignature {

    /** The header Meta signs with. */
    public static final String HEADER = "X-Hub-Signature-256";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int HEX_DIGITS = 64;

    private final @Nullable SecretKeySpec key;

    /** An empty secret matches nothing. */
    public WebhookSignature(String appSecret) {
        key = appSecret.isEmpty() ? null : new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** False as well when the header is missing or malformed. */
    public boolean matches(byte[] body, @Nullable String header) {
        if (key == null || header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        String hex = header.substring(PREFIX.length());
        if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            return false;
        }
        return MessageDigest.isEqual(hmac(key, body), HexFormat.of().parseHex(hex));
    }

    /** The header's value for {@code body}; throws {@link IllegalStateException} without a secret. */
    public String of(byte[] body) {
        if (key == null) {
            throw new IllegalStateException("There is no app secret to sign with.");
        }
        return PREFIX + HexFormat.of().formatHex(hmac(key, body));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, e);
        }
    }
}
