package io.waybill.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/** The one-time token with which the first administrator sets a name and a password; it is shown only in the log of the start. */
final class FirstAdministrator {

    private static final int BYTES = 24;

    private final Users users;
    private final AtomicReference<String> token = new AtomicReference<>("");

    FirstAdministrator(Users users) {
        this.users = users;
    }

    /** A new token; earlier ones are void. */
    String invite() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        token.set(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        return token.get();
    }

    boolean isInvited() {
        return !token.get().isEmpty();
    }

    /** False when the token is not the current one or there is an administrator already. */
    boolean accept(String offered, String username, String password) {
        String expected = token.get();
        if (expected.isEmpty() || !MessageDigest.isEqual(expected.getBytes(), offered.getBytes())) {
            return false;
        }
        boolean added = users.addFirst(username, password);
        token.set("");
        return added;
    }
}
