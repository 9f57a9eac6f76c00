package io.waybill.access;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a password has to be like. */
final class Passwords {

    static final int SHORTEST = 12;
    /** As far as bcrypt looks. */
    private static final int LONGEST_BYTES = 72;

    private Passwords() {}

    /** Answers 422 to one that would be easy to guess. */
    static void mustBeGood(String name, String password) {
        if (password.length() < SHORTEST) {
            throw unfit("Choose a password of at least %d characters.".formatted(SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw unfit("Choose a password of at most %d characters.".formatted(LONGEST_BYTES));
        }
        if (password.strip().equalsIgnoreCase(name.strip())) {
            throw unfit("Choose a password that is not your name.");
        }
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }
}
