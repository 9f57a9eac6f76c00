package io.waybill.revision;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a request is not granted, in a sentence for the person who made it. */
final class Refusal extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    Refusal(HttpStatus status, String sentence) {
        super(status, ProblemDetail.forStatusAndDetail(status, sentence), null);
    }

    /** The same with something a program can read. */
    Refusal with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }

    /** @param there the revision that is there; null: none */
    static Refusal outdated(String sentence, @Nullable String there) {
        Refusal refusal = new Refusal(HttpStatus.PRECONDITION_FAILED, sentence);
        return there == null ? refusal : refusal.with("current", there);
    }

    static Refusal noFlow(String flow) {
        return new Refusal(HttpStatus.NOT_FOUND, "There is no flow %s.".formatted(flow));
    }

    static Refusal noRevision(String flow, String revision) {
        return new Refusal(HttpStatus.NOT_FOUND, "The flow %s has no revision %s.".formatted(flow, revision));
    }
}
