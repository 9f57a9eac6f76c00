package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.access.Needs;
import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import io.waybill.access.PersonalPhone;
import io.waybill.inbox.ContactProfile;
import io.waybill.inbox.ContactProfiles;
import io.waybill.inbox.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who a conversation is with, where they came from, and what happened beside the messages. */
@RestController
@Needs(Permission.CHATS_READ)
class ConversationController {

    private static final int MOST = 1_000;
    /** What is said to somebody who came by an advertisement costs nothing for so long, if they are answered in time (Meta). */
    private static final Duration FREE_ENTRY_POINT = Duration.ofHours(72);

    private final ContactProfiles profiles;
    private final Journal journal;
    private final JournalWords words;

    ConversationController(ContactProfiles profiles, Journal journal, ObjectMapper json) {
        this.profiles = profiles;
        this.journal = journal;
        this.words = new JournalWords(json);
    }

    /** A contact that was merged into another is answered with that one. */
    @GetMapping("/api/v1/conversations/{contactId}")
    ConversationView conversation(@PathVariable long contactId, @RequestParam(defaultValue = "100") int limit) {
        ContactProfile profile = profiles.of(contactId)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no conversation %d.".formatted(contactId)));
        long id = profile.contact().id();
        return new ConversationView(
                id,
                profile.contact().phoneNumberId(),
                profile.contact().name(),
                profile.contact().phone(),
                profile.contact().userId(),
                profile.marketingStoppedAt(),
                source(profile.first()),
                source(profile.last()),
                profile.last() == null ? null : profile.last().at().plus(FREE_ENTRY_POINT),
                journal.latest(id, Math.clamp(limit, 1, MOST)).stream()
                        .map(entry ->
                                new EntryView(entry.at(), entry.trace(), entry.kind(), words.jsonOrText(entry.body())))
                        .toList());
    }

    private static @Nullable SourceView source(@Nullable Source source) {
        return source == null
                ? null
                : new SourceView(
                        source.at(),
                        source.referral().sourceType(),
                        source.referral().sourceId(),
                        source.referral().headline(),
                        source.referral().sourceUrl(),
                        source.referral().clickId());
    }

    /**
     * @param phoneNumberId the number of ours
     * @param freeEntryPointUntil until when Meta may charge nothing, since an advertisement led here
     * @param entries oldest first
     */
    record ConversationView(
            long contactId,
            String phoneNumberId,
            @Nullable String name,
            @PersonalPhone @Nullable String phone,
            @OnlyFor(Permission.PERSONAL_DATA) @Nullable String userId,
            @Nullable Instant marketingStoppedAt,
            @Nullable SourceView firstSource,
            @Nullable SourceView lastSource,
            @Nullable Instant freeEntryPointUntil,
            List<EntryView> entries) {}

    record SourceView(
            Instant at,
            @Nullable String type,
            @Nullable String id,
            @Nullable String headline,
            @Nullable String url,
            @Nullable String clickId) {}

    /**
     * @param kind erp, incident, handover, unmatched, or seen: something that no flow answers
     * @param body not for those who may not see personal data
     */
    record EntryView(
            Instant at,
            String trace,
            String kind,
            @OnlyFor(Permission.PERSONAL_DATA) @Nullable JsonNode body) {}
}
