package io.waybill.receipt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waybill.media.Picture;
import io.waybill.media.Scaling;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Small pictures for lines; those that many receipts have in common are made once. */
final class Thumbnails {

    private static final int MOST = 500;
    /** Three times what 13 mm are on paper, as phones show it. */
    private static final Scaling SIZE = new Scaling(150, 150);

    private final Cache<String, Optional<Picture>> made =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Empty for a picture that cannot be read: a receipt is sent without it. */
    Optional<Picture> of(Picture picture) {
        return made.get(digest(picture.bytes()), digest -> SIZE.jpeg(picture));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
