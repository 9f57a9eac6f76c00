package io.waybill.conversation;

import io.waybill.SettableClock;
import io.waybill.conversation.Ledger.Entry;
import io.waybill.conversation.Ledger.State;
import io.waybill.database.TestDatabase;
import io.waybill.erp.ErpOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A ledger on PostgreSQL, and the contacts whose writes stand in it. */
abstract class LedgerSupport {

    final SettableClock clock = SettableClock.atNoon();
    final TestDatabase database = TestDatabase.migrated();
    final Ledger ledger = new Ledger(database.jdbc());

    Entry open(long contact, String key) {
        return open(contact, key, ErpOperation.CREATE_ORDER);
    }

    Entry open(long contact, String key, ErpOperation operation) {
        Instant now = clock.instant();
        return new Entry(contact, key, operation, "{\"a\":1}", State.OPEN, null, null, 0, null, now, now, now);
    }

    void save(Entry... entries) {
        ledger.save(List.of(entries), clock.instant());
    }

    long contact() {
        long id = database.jdbc()
                .sql("insert into contact (phone_number_id) values ('1') returning id")
                .query(Long.class)
                .single();
        database.jdbc()
                .sql("insert into conversation (contact_id) values (?)")
                .param(id)
                .update();
        return id;
    }

    Map<String, Object> row(long contact, String key) {
        return database.jdbc()
                .sql("select * from ledger where contact_id = ? and key = ?")
                .params(contact, key)
                .query()
                .singleRow();
    }
}
