package io.waybill.inbox;

import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import java.util.List;

/** Contacts as people know themselves; this node remembers nothing of them any more. */
final class ErasedContacts implements KeptOfPeople {

    private final PersonalRows rows;
    private final Contacts contacts;

    ErasedContacts(PersonalRows rows, Contacts contacts) {
        this.rows = rows;
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public List<String> of(List<Long> people) {
        return rows.of(people);
    }

    @Override
    public int erase(List<Long> people) {
        contacts.forget(people);
        return rows.erase(people);
    }
}
