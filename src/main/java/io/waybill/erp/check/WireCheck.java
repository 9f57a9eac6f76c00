package io.waybill.erp.check;

import io.waybill.erp.RawAnswer;

/** Says what is wrong with an answer that got no further than the wire. */
final class WireCheck {

    private static final String BASE_URL = "Check waybill.erp.base-url and the path in the endpoint profile.";
    private static final String UNAUTHORISED =
            "The ERP answers %d: it does not accept our credentials. Check the secrets of waybill.erp, and what they may do in the ERP.";

    private WireCheck() {}

    /** @param reason how the gateway says it, fit to be shown */
    static Finding of(RawAnswer answer, String reason) {
        return switch (answer.ending()) {
            case NOT_SENT -> Finding.of(FindingKind.UNREACHABLE, reason);
            case TIMED_OUT -> Finding.of(FindingKind.TIMEOUT, reason);
            case BROKEN_OFF -> Finding.of(FindingKind.BROKEN_OFF, reason);
            case TOO_LARGE -> Finding.of(FindingKind.TOO_LARGE, reason);
            case ANSWERED -> answered(answer, reason);
        };
    }

    private static Finding answered(RawAnswer answer, String reason) {
        int status = answer.status();
        if (status == 401 || status == 403) {
            return Finding.of(FindingKind.AUTH, UNAUTHORISED.formatted(status));
        }
        if (status / 100 == 3) {
            return Finding.of(FindingKind.REDIRECT, reason);
        }
        if (status / 100 != 2) {
            return Finding.of(FindingKind.STATUS, reason);
        }
        if (isHtml(answer)) {
            return Finding.of(
                    FindingKind.HTML,
                    "The ERP answers %d with an HTML page, but JSON is wanted. It may be a sign-in or an error page: %s"
                            .formatted(status, BASE_URL));
        }
        if (answer.text().isBlank()) {
            return Finding.of(
                    FindingKind.NOT_JSON,
                    "The ERP answers %d with an empty body, but JSON is wanted. Make it answer what the endpoint table says."
                            .formatted(status));
        }
        return Finding.of(
                answer.json() == null || !answer.mediaType().endsWith("json")
                        ? FindingKind.NOT_JSON
                        : FindingKind.REFUSED,
                reason);
    }

    private static boolean isHtml(RawAnswer answer) {
        return answer.mediaType().equals("text/html")
                || answer.json() == null && answer.text().stripLeading().startsWith("<");
    }
}
