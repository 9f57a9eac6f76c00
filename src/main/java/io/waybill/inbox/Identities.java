package io.waybill.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose each identity is. All in the caller's transaction. */
final class Identities {

    private final JdbcClient jdbc;

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their contacts; an identity nobody has is left out. */
    Map<Identity, Contact> find(Collection<Identity> identities) {
        List<Identity> wanted = identities.stream().distinct().toList();
        return jdbc
                .sql("""
                        select i.phone_number_id as number, i.kind, i.value, c.id, c.phone_number_id, c.phone, c.user_id, c.name
                        from unnest(?::text[], ?::text[], ?::text[]) as s (phone_number_id, kind, value)
                        join contact_identity i using (phone_number_id, kind, value)
                        join contact c on c.id = i.contact_id
                        """)
                .param(texts(wanted, Identity::phoneNumberId))
                .param(texts(wanted, Identity::kind))
                .param(texts(wanted, Identity::value))
                .query((row, n) -> Map.entry(
                        new Identity(row.getString("number"), row.getString("kind"), row.getString("value")),
                        new Contact(
                                row.getLong("id"),
                                row.getString("phone_number_id"),
                                row.getString("phone"),
                                row.getString("user_id"),
                                row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Ids of contacts that did not get all of {@code rows}, since others have them. */
    Set<Long> insert(List<Map.Entry<Identity, Long>> rows) {
        // In one order on all nodes, so that two that see the same people wait for each other and do not deadlock.
        List<Map.Entry<Identity, Long>> sorted =
                rows.stream().sorted(Map.Entry.comparingByKey(Identity.ORDER)).toList();
        Set<Identity> inserted = jdbc
                .sql("""
                        insert into contact_identity (phone_number_id, kind, value, contact_id)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                        on conflict do nothing returning phone_number_id, kind, value
                        """)
                .param(texts(sorted, row -> row.getKey().phoneNumberId()))
                .param(texts(sorted, row -> row.getKey().kind()))
                .param(texts(sorted, row -> row.getKey().value()))
                .param(sorted.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .query((row, n) -> new Identity(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.toSet());
        return sorted.stream()
                .filter(row -> !inserted.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** From now on {@code contactId} has it, whoever had it before; true when that changed something. */
    boolean give(Identity identity, long contactId) {
        return jdbc.sql("""
                        insert into contact_identity (phone_number_id, kind, value, contact_id) values (?, ?, ?, ?)
                        on conflict (phone_number_id, kind, value) do update set contact_id = excluded.contact_id
                        where contact_identity.contact_id <> excluded.contact_id
                        """)
                        .params(identity.phoneNumberId(), identity.kind(), identity.value(), contactId)
                        .update()
                > 0;
    }

    /** All that {@code from} has is {@code into}'s. */
    void giveAll(long from, long into) {
        jdbc.sql("update contact_identity set contact_id = ? where contact_id = ?")
                .params(into, from)
                .update();
    }

    /** Nobody has the numbers of {@code contactId} any more: who writes from one is somebody new. */
    void freeNumbers(long contactId) {
        jdbc.sql("delete from contact_identity where contact_id = ? and kind = 'phone'")
                .param(contactId)
                .update();
    }

    void remove(Long[] contactIds) {
        jdbc.sql("delete from contact_identity where contact_id = any(?::bigint[])")
                .param(contactIds)
                .update();
    }

    private static <T> String[] texts(List<T> list, Function<T, @Nullable String> value) {
        return list.stream().map(value).toArray(String[]::new);
    }
}
