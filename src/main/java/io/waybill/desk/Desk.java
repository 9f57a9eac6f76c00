package io.waybill.desk;

import io.waybill.desk.Chats.Chat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What conversations have to do with the people at the desk. */
public final class Desk {

    private final Chats chats;
    private final AssignmentLog log;
    private final Dealing dealing;
    private final Supplier<DeskRules> rules;

    Desk(Chats chats, AssignmentLog log, Dealing dealing, Supplier<DeskRules> rules) {
        this.chats = chats;
        this.log = log;
        this.dealing = dealing;
        this.rules = rules;
    }

    /**
     * Takes what turns have brought, in the caller's transaction. All chats that are changed are locked at once and before anything of an
     * order, since all others lock a single one, and that first.
     *
     * @param ordering contacts of whom an order is kept in the same transaction
     */
    public void hear(List<ChatNews> news, List<Long> ordering) {
        chats.waitNoMore(news.stream()
                .filter(one -> one instanceof ChatNews.Answered || one instanceof ChatNews.Served)
                .map(ChatNews::contactId)
                .toList());
        List<Long> held = Stream.concat(
                        ordering.stream(),
                        news.stream()
                                .filter(one -> one instanceof ChatNews.Waits || one instanceof ChatNews.Orders)
                                .map(ChatNews::contactId))
                .toList();
        if (!held.isEmpty()) {
            Map<Long, Chat> known =
                    new HashMap<>(chats.hold(held, teams().ofFlow(null).name()));
            dealing.begin(dealtFor(news, ordering, known));
            news.forEach(one -> known.computeIfPresent(one.contactId(), (contact, chat) -> hear(one, chat)));
        }
    }

    /** Names of the teams whose turn it may come to be. */
    private Set<String> dealtFor(List<ChatNews> news, List<Long> ordering, Map<Long, Chat> known) {
        Set<String> dealt = new TreeSet<>();
        for (ChatNews one : news) {
            Chat chat = known.get(one.contactId());
            if (one instanceof ChatNews.Waits waits && chat != null && chat.waitingSince() == null) {
                dealt.add(team(waits, chat).name());
            } else if (one instanceof ChatNews.Orders orders) {
                dealt.add(teams().ofFlow(orders.flow()).name());
            }
        }
        ordering.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .forEach(chat -> dealt.add(teams().named(chat.team()).name()));
        return dealt;
    }

    private Chat hear(ChatNews news, Chat chat) {
        return switch (news) {
            case ChatNews.Waits waits -> waits(waits, chat);
            case ChatNews.Orders orders ->
                kept(chat, chat.of(teams().ofFlow(orders.flow()).name()));
            case ChatNews.Answered answered -> chat;
            case ChatNews.Served served -> chat;
        };
    }

    /** Whose chats they hear of where nobody has them. */
    public Membership membership(String person, Collection<String> roles) {
        return teams().of(person, roles);
    }

    private Teams teams() {
        return rules.get().teams();
    }

    private Team team(ChatNews.Waits waits, Chat chat) {
        return waits.flow() == null ? teams().named(chat.team()) : teams().ofFlow(waits.flow());
    }

    private Chat waits(ChatNews.Waits waits, Chat chat) {
        Team team = team(waits, chat);
        // As PostgreSQL keeps it.
        Instant at = waits.at().truncatedTo(ChronoUnit.MICROS);
        Chat now = new Chat(
                chat.contactId(),
                team.name(),
                chat.assignee(),
                or(chat.waitingSince(), at),
                or(chat.dueAt(), rules.get().hours().after(at, team.sla())),
                waits.reason() == null ? chat.reason() : waits.reason(),
                waits.toldClosed() == null ? chat.toldClosed() : waits.toldClosed());
        return chat.waitingSince() == null ? dealing.came(kept(chat, now)) : kept(chat, now);
    }

    /** Most messages to somebody who waits already change nothing. */
    private Chat kept(Chat before, Chat now) {
        if (!now.equals(before)) {
            chats.save(now);
        }
        return now;
    }

    private static Instant or(@Nullable Instant earlier, Instant now) {
        return earlier == null ? now : earlier;
    }

    /**
     * What a customer who waits for a person is to be told in the turn that is committed now; empty: it is open, they were told of these
     * closed hours, or nothing is said.
     *
     * @param language that they are spoken to in
     */
    public Optional<Closed> closed(long contactId, String language, Instant now) {
        DeskRules set = rules.get();
        Optional<Instant> since = set.hours().closedSince(now);
        String text = set.settings().closedText(language);
        if (since.isEmpty()
                || text.isBlank()
                || chats.find(contactId)
                        .map(Chat::toldClosed)
                        .filter(since.get()::equals)
                        .isPresent()) {
            return Optional.empty();
        }
        ZoneId zone = set.hours().zone();
        return set.hours()
                .opens(now)
                .map(opens -> new Closed(since.get(), text.replace("{opens}", words(opens, zone, language))));
    }

    private static String words(Instant opens, ZoneId zone, String language) {
        Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
        return DateTimeFormatter.ofPattern("EEEE HH:mm", locale).format(opens.atZone(zone));
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    public void move(long from, long to) {
        chats.move(from, to);
        log.move(from, to);
    }
}
