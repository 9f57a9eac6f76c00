package io.waybill.template;

import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.MetaTemplate.Header;
import io.waybill.whatsapp.MetaTemplate.Part;
import io.waybill.whatsapp.MetaTemplate.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a template can be filled with what it is mapped to. */
public final class MappingCheck {

    private static final String UTILITY = "UTILITY";
    private static final Pattern FALLBACK = Pattern.compile("(?=.*\\S)(?!.* {5})[^\\p{Cc}\\u2028\\u2029]{1,200}");

    private MappingCheck() {}

    /** What is wrong, as sentences; none: it can be sent. */
    public static List<String> problems(Mapping mapping, MetaTemplate text) {
        List<String> problems = new ArrayList<>();
        if (!text.category().equals(UTILITY)) {
            problems.add(
                    "%s is a %s template, and news of an order are UTILITY: Meta holds others back. Choose another, or have its category changed."
                            .formatted(label(text), text.category()));
        }
        if (text.unfillable() != null) {
            problems.add("%s cannot be sent by Waybill. %s".formatted(label(text), text.unfillable()));
        }
        Map<String, Variable> variables = mapping.variables();
        TreeSet<String> extra = new TreeSet<>(variables.keySet());
        for (Placeholder place : text.placeholders()) {
            extra.remove(place.key());
            Variable variable = variables.get(place.key());
            if (variable == null) {
                problems.add("%s has the placeholder %s, and no variable is mapped to it."
                        .formatted(label(text), place.key()));
            } else if (!variable.isKnownOf(mapping.event())) {
                problems.add("%s is known of service.renew alone: map another variable to %s."
                        .formatted(variable.key(), place.key()));
            } else if (place.part() == Part.BUTTON && !variable.type().fitsIntoAddress()) {
                problems.add("The placeholder %s stands in an address, into which %s does not fit: it is a %s."
                        .formatted(place.key(), variable.key(), variable.type()));
            }
        }
        extra.forEach(key -> problems.add("%s has no placeholder %s: take %s out."
                .formatted(label(text), key, variables.get(key).key())));
        header(mapping.header(), text).ifPresent(problems::add);
        mapping.fallbacks()
                .forEach((key, fallback) -> fallback(key, fallback, text).ifPresent(problems::add));
        return problems;
    }

    private static Optional<String> header(@Nullable String address, MetaTemplate text) {
        Header header = text.header();
        if (header == null || !header.isFile()) {
            return address == null
                    ? Optional.empty()
                    : Optional.of("%s has no picture, film or document as header: take \"header\" out."
                            .formatted(label(text)));
        }
        return address == null
                ? Optional.of("%s has a header of the format %s: give the address of the file in \"header\"."
                        .formatted(label(text), header.format()))
                : HeaderFile.problem(header.format(), address);
    }

    private static Optional<String> fallback(String key, String fallback, MetaTemplate text) {
        Optional<Placeholder> place = text.placeholders().stream()
                .filter(each -> each.key().equals(key))
                .findFirst();
        if (place.isEmpty()) {
            return Optional.of("%s has no placeholder %s: take its fallback out.".formatted(label(text), key));
        }
        if (place.get().part() == Part.BUTTON) {
            return Optional.of(
                    "The placeholder %s stands in an address, which leads nowhere with another value: take its fallback out."
                            .formatted(key));
        }
        return FALLBACK.matcher(fallback).matches()
                ? Optional.empty()
                : Optional.of(
                        "The fallback of %s is one line of 1 to 200 characters: Meta refuses line breaks, tabs, more than 4 spaces together and empty values."
                                .formatted(key));
    }

    /** What the template has now beside what it was mapped for: {@code body.1 = order.number, body.3 = ?}. */
    static String comparison(Mapping mapping, MetaTemplate text) {
        List<String> now = text.placeholders().stream().map(Placeholder::key).toList();
        String mapped = mapping.variables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " = " + entry.getValue().key())
                .collect(Collectors.joining(", "));
        return "Meta has the placeholders %s now; mapped are %s."
                .formatted(now.isEmpty() ? "none" : String.join(", ", now), mapped.isEmpty() ? "none" : mapped);
    }

    private static String label(MetaTemplate text) {
        return "%s (%s)".formatted(text.name(), text.language());
    }
}
