package io.waybill.order;

import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.WireMessage;
import java.util.List;

/** What is done about a piece of news, or a question about an order. */
public sealed interface Decision {

    /**
     * It goes out.
     *
     * @param filled the template in whose words
     * @param asTemplate whether Meta puts the words together, since the customer has not written for 24 hours
     */
    record Say(List<WireMessage> messages, FilledTemplate filled, boolean asTemplate) implements Decision {}

    /**
     * It waits.
     *
     * @param waitingFor the template, as name.language, or the event whose mapping does not fit
     * @param approval true when it is Meta's approval that it waits for
     */
    record Hold(String waitingFor, boolean approval, String reason) implements Decision {}

    /** Nothing is said of this, on purpose. */
    record Silent(String reason) implements Decision {}

    /** It cannot be said of this order, now or later. */
    record Drop(String reason) implements Decision {}
}
