package io.waybill.desk;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What waits for a person, whatever part of Waybill it is of. */
@RestController
@RequestMapping("/api/v1/attention")
@Needs(Permission.OPERATIONS_READ)
class AttentionController {

    private static final int MOST = 500;

    private final List<AttentionCategory> categories;
    private final Clock clock;

    AttentionController(List<AttentionCategory> categories, Clock clock) {
        this.categories = categories;
        this.clock = clock;
    }

    /** All categories, each with how much is in it and what has waited longest. */
    @GetMapping
    AttentionView all(@RequestParam(defaultValue = "5") int limit) {
        Instant now = clock.instant();
        List<AttentionCategoryView> views = categories.stream()
                .map(category -> view(category, now, null, Math.clamp(limit, 0, MOST)))
                .toList();
        return new AttentionView(
                now, views.stream().mapToLong(AttentionCategoryView::count).sum(), views);
    }

    /** @param after {@code next} of the page before */
    @GetMapping("/{name}")
    AttentionCategoryView one(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        AttentionCategory category = categories.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no category %s. There are %s."
                                .formatted(
                                        name,
                                        categories.stream()
                                                .map(AttentionCategory::name)
                                                .collect(Collectors.joining(", ")))));
        return view(
                category, clock.instant(), after == null ? null : place(category, after), Math.clamp(limit, 1, MOST));
    }

    private static Place place(AttentionCategory category, String after) {
        return category.place(after)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "\"after\" is what \"next\" of the page before said, not %s.".formatted(after)));
    }

    private static AttentionCategoryView view(
            AttentionCategory category, Instant now, @Nullable Place after, int limit) {
        long count = category.count(now);
        List<AttentionItem> items = count == 0 || limit == 0 ? List.of() : category.items(now, after, limit);
        return new AttentionCategoryView(
                category.name(),
                category.meaning(),
                count,
                items.stream().map(item -> AttentionItemView.of(item, now)).toList(),
                items.isEmpty() || items.size() < limit
                        ? null
                        : items.getLast().place().text());
    }

    record AttentionView(Instant at, long count, List<AttentionCategoryView> categories) {}

    /** @param next for the page after this one; null: there is none */
    record AttentionCategoryView(
            String category,
            String meaning,
            long count,
            List<AttentionItemView> items,
            @Nullable String next) {}

    /** @param overdue {@code due} is over */
    record AttentionItemView(
            String id, Instant since, @Nullable Instant due, boolean overdue, String todo, String link) {

        static AttentionItemView of(AttentionItem item, Instant now) {
            Instant due = item.due();
            return new AttentionItemView(
                    item.id(), item.since(), due, due != null && !due.isAfter(now), item.todo(), item.link());
        }
    }
}
