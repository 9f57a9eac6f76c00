package io.waybill.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256, which Meta writes as base64 in a message and as hex in an answer. */
final class Digest {

    private static final int HEX_DIGITS = 64;
    private static final int BASE64_CHARACTERS = 44;

    private Digest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True when {@code said} is {@code digest}, or says nothing that could be compared. */
    static boolean agrees(byte[] digest, @Nullable String said) {
        if (said == null) {
            return true;
        }
        try {
            return switch (said.length()) {
                case HEX_DIGITS -> MessageDigest.isEqual(digest, HexFormat.of().parseHex(said));
                case BASE64_CHARACTERS ->
                    MessageDigest.isEqual(digest, Base64.getDecoder().decode(said));
                default -> true;
            };
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
