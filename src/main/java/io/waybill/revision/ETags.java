package io.waybill.revision;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Revisions in the headers of HTTP. */
final class ETags {

    private ETags() {}

    static String of(String revision) {
        return '"' + revision + '"';
    }

    /**
     * What the caller believes to be there; null: nothing.
     *
     * @throws Refusal when the caller does not say
     */
    static @Nullable String believed(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch != null) {
            return ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
        }
        if (ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return null;
        }
        throw new Refusal(
                HttpStatus.PRECONDITION_REQUIRED,
                "Say what this replaces: If-Match with the ETag of the draft, or without a draft that of the published "
                        + "revision; If-None-Match: * for a flow that is new.");
    }
}
