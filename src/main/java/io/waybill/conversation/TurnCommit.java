package io.waybill.conversation;

import io.waybill.inbox.Completion;
import io.waybill.outbox.OutboxMessage;
import java.util.List;
import java.util.Map;

/**
 * All that one turn changes, committed together.
 *
 * @param buried wamid to reason: messages that could not be answered
 */
record TurnCommit(
        Completion completion,
        List<OutboxMessage.Draft> replies,
        List<Ledger.Entry> ledger,
        List<Journal.Entry> journal,
        Map<String, String> buried) {}
