package io.waybill.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes of the chain, as hex. */
final class Hashes {

    /** What stands before the first entry of an order, and before the first seal. */
    static final String NOTHING = "0".repeat(64);

    private Hashes() {}

    /** Of an entry or a seal, and all before it. */
    static String next(String previous, JsonNode entry) {
        return sha256(previous.getBytes(StandardCharsets.US_ASCII), CanonicalJson.bytes(entry));
    }

    /** Tells nothing of {@code content} to somebody who lacks {@code salt}. */
    static String commitment(byte[] salt, byte[] content) {
        return sha256(salt, content);
    }

    private static String sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return HexFormat.of().formatHex(digest.digest(second));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
