package io.waybill.operations;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.inbox.DeadLetters;
import io.waybill.inbox.DeadLetters.DeadLetter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Messages of customers that nobody could answer. */
@Component
@Order(66)
class DeadLetterCategory implements AttentionCategory {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final DeadLetters letters;

    DeadLetterCategory(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String meaning() {
        return "Messages of customers that could not be answered: have them answered again, or answer them yourself.";
    }

    @Override
    public long count(Instant now) {
        return letters.count();
    }

    @Override
    public Optional<Place> place(String text) {
        return Place.of(text).filter(place -> NUMBER.matcher(place.key()).matches());
    }

    @Override
    public List<AttentionItem> items(Instant now, @Nullable Place after, int limit) {
        return letters.after(after == null ? 0 : Long.parseLong(after.key()), limit).stream()
                .map(DeadLetterCategory::item)
                .toList();
    }

    private static AttentionItem item(DeadLetter letter) {
        String number = Long.toString(letter.number());
        return new AttentionItem(
                number,
                letter.receivedAt(),
                new Place(letter.receivedAt(), number),
                null,
                "It could not be answered: " + letter.reason(),
                "/api/v1/dead-letters");
    }
}
