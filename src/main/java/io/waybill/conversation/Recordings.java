package io.waybill.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.flow.replay.Recording;
import io.waybill.revision.PublishedFlows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations as documents that can be replayed anywhere. */
final class Recordings {

    /** A longer conversation is replayed from the last beginning within its latest turns. */
    private static final int MOST_TURNS = 5_000;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final PublishedFlows flows;

    Recordings(JdbcClient jdbc, Journal journal, PublishedFlows flows) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.flows = flows;
    }

    /** Empty when nothing of this contact is kept that replay could begin with. */
    Optional<ObjectNode> of(long contactId) {
        List<String> turns = fromBeginning(journal.turns(contactId, MOST_TURNS));
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = turns.stream()
                .flatMap(turn -> Recording.partsOf(turn).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wamids = turns.stream()
                .flatMap(turn -> Recording.messageOf(turn).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> parts = journal.parts(names);
        return Optional.of(Recording.document(
                phoneNumberId(contactId), turns, parts, messages(contactId, wamids), flows(turns, parts)));
    }

    private static List<String> fromBeginning(List<String> turns) {
        for (int i = 0; i < turns.size(); i++) {
            if (Recording.begins(turns.get(i))) {
                return turns.subList(i, turns.size());
            }
        }
        return List.of();
    }

    private Map<String, String> flows(List<String> turns, Map<String, String> parts) {
        Set<String> names = turns.stream()
                .map(Recording::worldOf)
                .distinct()
                .flatMap(world -> Recording.flowsOf(parts.get(world)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            int at = name.lastIndexOf('@');
            flows.text(name.substring(0, at), name.substring(at + 1)).ifPresent(text -> texts.put(name, text));
        }
        return texts;
    }

    private String phoneNumberId(long contactId) {
        return jdbc.sql("select phone_number_id from contact where id = ?")
                .param(contactId)
                .query(String.class)
                .single();
    }

    private Map<String, String> messages(long contactId, Collection<String> wamids) {
        return jdbc
                .sql("select wamid, payload from inbox where contact_id = ? and wamid = any(?)")
                .params(contactId, new ArrayList<>(wamids).toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("wamid"), row.getString("payload")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
