package io.waybill.flow.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Texts that many turns have in common: each is kept once, under a name made of it. */
public final class Parts {

    private static final int NAME_BYTES = 16;

    private final Map<String, String> byName = new TreeMap<>();

    /** The name {@code text} is kept under. */
    public String keep(String text) {
        String name = name(text);
        byName.put(name, text);
        return name;
    }

    String keep(String name, String text) {
        byName.put(name, text);
        return name;
    }

    /** In the order of the names. */
    public Map<String, String> byName() {
        return byName;
    }

    static String name(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
