package io.waybill.message;

/** How fetching a file ended. */
public sealed interface FileReply {

    /** It is here and what was wanted. */
    record Stored(StoredFile file) implements FileReply {}

    /** @param mime what its bytes say it is */
    record WrongType(String mime) implements FileReply {}

    record TooLarge() implements FileReply {}

    /** WhatsApp does not have it any more, or did not hand it out now; the customer can send it again. */
    record Missing(String reason) implements FileReply {}
}
