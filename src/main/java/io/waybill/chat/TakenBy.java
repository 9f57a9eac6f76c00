package io.waybill.chat;

/** Somebody else has the chat: whoever wants it says so. */
final class TakenBy extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String assignee;

    TakenBy(String assignee) {
        super("%s has this chat. Send it again with \"takeOver\": true to take it over.".formatted(assignee));
        this.assignee = assignee;
    }

    String assignee() {
        return assignee;
    }
}
