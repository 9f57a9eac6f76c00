package io.waybill.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waybill.home.Home;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The message templates of {@code templates/}, by name. */
public final class Templates {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, MessageTemplate> byName;

    public Templates(List<MessageTemplate> templates) {
        byName = templates.stream().collect(Collectors.toMap(MessageTemplate::name, Function.identity()));
    }

    /** Reads every {@code templates/*.json}; throws {@link InvalidTemplate} for the first that is not right. */
    public static Templates load(Home home) {
        return new Templates(
                home.files("templates", ".json").stream().map(Templates::read).toList());
    }

    /** In file order by name. */
    public List<MessageTemplate> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(MessageTemplate::name))
                .toList();
    }

    /** The words for {@code language}, else for its base language, else the template's first; null for an unknown name. */
    MessageTemplate.@Nullable Wording find(String name, String language) {
        MessageTemplate template = byName.get(name);
        if (template == null) {
            return null;
        }
        String wanted = plain(language);
        return wording(
                template,
                code -> plain(code).equals(wanted),
                wording(template, code -> base(code).equals(base(language)), wording(template, code -> true, null)));
    }

    private static MessageTemplate.@Nullable Wording wording(
            MessageTemplate template, Predicate<String> matches, MessageTemplate.@Nullable Wording fallback) {
        return template.languages().entrySet().stream()
                .filter(entry -> matches.test(entry.getKey()))
                .findFirst()
                .map(entry -> new MessageTemplate.Wording(entry.getKey(), entry.getValue()))
                .orElse(fallback);
    }

    private static String plain(String language) {
        return language.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private static String base(String language) {
        return plain(language).split("_", 2)[0];
    }

    private static MessageTemplate read(Home.HomeFile file) {
        try {
            MessageTemplate template = JSON.readValue(file.text(), MessageTemplate.class);
            if (!file.name().equals(template.name() + ".json")) {
                throw new InvalidTemplate(file.origin(), "its name is not that of the file", null);
            }
            return template;
        } catch (ValueInstantiationException e) {
            throw new InvalidTemplate(file.origin(), String.valueOf(e.getCause().getMessage()), e);
        } catch (JsonProcessingException e) {
            throw new InvalidTemplate(file.origin(), e.getOriginalMessage(), e);
        }
    }
}
