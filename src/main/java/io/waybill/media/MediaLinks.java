package io.waybill.media;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signed addresses under which a file can be fetched for a while. */
final class MediaLinks {

    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable String publicUrl;
    private final Duration validity;
    private final Supplier<byte[]> secret;
    private final Clock clock;

    MediaLinks(@Nullable String publicUrl, Duration validity, Supplier<byte[]> secret, Clock clock) {
        this.publicUrl = publicUrl;
        this.validity = validity;
        this.secret = secret;
        this.clock = clock;
    }

    boolean areKnown() {
        return publicUrl != null;
    }

    /** Ends a fixed time after the file came, so that the same file has the same address whenever it is asked for. */
    URI to(String id, Instant storedAt) {
        return URI.create(publicUrl + path(id, storedAt));
    }

    /** As it is on this gateway, whatever its public address is. */
    String path(String id, Instant from) {
        long until = from.plus(validity).getEpochSecond();
        return "/media/%s?until=%d&sig=%s".formatted(id, until, signature(id, until));
    }

    /** The address of what needs no signature; relative where our own is not known. */
    String open(String path) {
        return publicUrl == null ? path : publicUrl + path;
    }

    /** True for an address of ours whose time has not run out. */
    boolean isValid(String id, long until, String signature) {
        boolean ours = MessageDigest.isEqual(
                signature(id, until).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
        return ours && clock.instant().getEpochSecond() < until;
    }

    private String signature(String id, long until) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.get(), ALGORITHM));
            byte[] signed = mac.doFinal((id + '.' + until).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
