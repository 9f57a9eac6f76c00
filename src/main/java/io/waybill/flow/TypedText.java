package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.waybill.expression.Json;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;

/** Reads answers that people type and that have a form: an email address, a phone number, a date. */
final class TypedText {

    private static final EmailValidator EMAIL = EmailValidator.getInstance();
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final String NOWHERE = "ZZ";
    private static final List<String> DAY_FIRST =
            List.of("d/M/uuuu", "d.M.uuuu", "d-M-uuuu", "d MMM uuuu", "d MMMM uuuu", "MMMM d uuuu", "MMM d uuuu");
    private static final List<String> MONTH_FIRST =
            List.of("M/d/uuuu", "M-d-uuuu", "MMM d uuuu", "MMMM d uuuu", "d MMM uuuu", "d MMMM uuuu");

    private TypedText() {}

    /**
     * The answer in its one form: an email address as it was typed, a phone number as E.164 with plus, a date as ISO 8601.
     *
     * @param language tells which of day and month comes first, and the names of months
     * @param ownPhone tells the country of a number without one
     */
    static Optional<JsonNode> read(Ask ask, String text, String language, @Nullable String ownPhone) {
        String typed = text.strip();
        Optional<String> answer = Optional.empty();
        for (Ask.Type type : ask.types()) {
            if (answer.isEmpty()) {
                answer = switch (type) {
                    case EMAIL -> Optional.of(typed).filter(EMAIL::isValid);
                    case PHONE -> phone(typed, ownPhone);
                    case DATE -> date(typed, Locale.forLanguageTag(language)).map(LocalDate::toString);
                    case CHOICE, TEXT, NUMBER, LOCATION, CONTACT, FILE -> Optional.empty();
                };
            }
        }
        return answer.map(Json.nodes()::textNode);
    }

    private static Optional<String> phone(String typed, @Nullable String ownPhone) {
        try {
            PhoneNumber number = PHONES.parse(typed, country(ownPhone));
            return PHONES.isValidNumber(number)
                    ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String country(@Nullable String phone) throws NumberParseException {
        String region = phone == null ? null : PHONES.getRegionCodeForNumber(PHONES.parse(phone, NOWHERE));
        return region == null ? NOWHERE : region;
    }

    private static Optional<LocalDate> date(String typed, Locale language) {
        String plain = typed.replaceAll("[,\\s]+", " ");
        for (DateTimeFormatter form : forms(language)) {
            try {
                return Optional.of(LocalDate.parse(plain, form));
            } catch (DateTimeParseException e) {
                // the next form
            }
        }
        return Optional.empty();
    }

    private static List<DateTimeFormatter> forms(Locale language) {
        List<String> patterns = "US".equals(language.getCountry()) ? MONTH_FIRST : DAY_FIRST;
        return Stream.concat(Stream.of("uuuu-M-d"), patterns.stream())
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(language)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }
}
