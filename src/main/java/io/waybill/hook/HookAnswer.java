package io.waybill.hook;

/** What came of a call to a receiver. */
sealed interface HookAnswer {

    /** @param beginning of the answer, as text */
    record Answered(int status, String beginning) implements HookAnswer {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        boolean isGone() {
            return status == 410;
        }
    }

    /** @param why as a sentence */
    record Unanswered(String why) implements HookAnswer {}

    /** What happened and what to do. */
    default String advice() {
        return switch (this) {
            case Unanswered unanswered -> unanswered.why();
            case Answered answered when answered.isSuccess() -> "Delivered.";
            case Answered answered -> advice(answered.status());
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 410 ->
                "The receiver says that it is gone, so the hook was switched off. Give it another address, or switch it on again.";
            case 401, 403 ->
                "The receiver does not let the call in. Compare its secret with the hook's, and its clock with the time.";
            case 404, 405 -> "There is nothing at this address that takes a POST. Look at the path.";
            case 408, 429 -> "The receiver cannot keep up; it is tried again later.";
            default -> {
                if (status >= 300 && status < 400) {
                    yield "The receiver sends on to another address, which is not followed. Enter that address in the hook.";
                }
                yield status >= 500
                        ? "The receiver failed. Its own log says why."
                        : "The receiver does not take this event. It must answer 2xx, also to what it does not need.";
            }
        };
    }
}
