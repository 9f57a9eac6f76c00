package io.waybill.whatsapp;

/** Files that Waybill keeps, as Graph can take them: messages name such a file by our own name until they are sent. */
public interface OwnFiles {

    /** Stands before our own name of a file, where Graph's id goes in. */
    String PREFIX = "waybill-file:";

    /** What {@code channel} can send the file by now. Never throws for what can go wrong on the way. */
    Named name(WhatsAppChannel channel, String fileId);

    /** Graph does not know {@code graphId}, or not any more. */
    void forget(WhatsAppChannel channel, String fileId, String graphId);

    /** A file in Graph's terms. */
    sealed interface Named {

        record ById(String graphId) implements Named {}

        record ByLink(String link) implements Named {}

        record NotNow(SendFailure failure) implements Named {}
    }
}
