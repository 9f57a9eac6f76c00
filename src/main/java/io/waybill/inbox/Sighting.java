package io.waybill.inbox;

import io.waybill.message.Sender;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sender as seen at one of our numbers. */
record Sighting(String phoneNumberId, Sender sender) {

    /** The user id comes first: a phone number can be given to somebody else, a user id cannot. */
    List<Identity> identities() {
        List<Identity> identities = new ArrayList<>(3);
        add(identities, "user", sender.userId());
        add(identities, "phone", sender.phone());
        add(identities, "parent", sender.parentUserId());
        return identities;
    }

    Identity first() {
        return identities().getFirst();
    }

    private void add(List<Identity> identities, String kind, @Nullable String value) {
        if (value != null) {
            identities.add(new Identity(phoneNumberId, kind, value));
        }
    }
}
