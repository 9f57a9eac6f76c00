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
import java.util.Optional;
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
    /** Name to the texts, in the order of the file. */
    private final Map<String, List<MetaTemplate>> texts;

    public Templates(List<MessageTemplate> templates) {
        byName = templates.stream().collect(Collectors.toMap(MessageTemplate::name, Function.identity()));
        texts = byName.values().stream().collect(Collectors.toMap(MessageTemplate::name, Templates::texts));
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

    public Optional<MessageTemplate> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** One for each language; none for an unknown name. */
    public List<MetaTemplate> texts(String name) {
        return texts.getOrDefault(name, List.of());
    }

    /** The words for {@code language}, else for its base language, else the template's first; null for an unknown name. */
    @Nullable
    MetaTemplate find(String name, String language) {
        return best(texts(name), language).orElse(null);
    }

    /** Of {@code texts} the one in {@code language}, else in its base language, else the first. */
    public static Optional<MetaTemplate> best(List<MetaTemplate> texts, String language) {
        return first(texts, code -> plain(code).equals(plain(language)))
                .or(() -> first(texts, code -> base(code).equals(base(language))))
                .or(() -> texts.stream().findFirst());
    }

    private static Optional<MetaTemplate> first(List<MetaTemplate> texts, Predicate<String> language) {
        return texts.stream().filter(text -> language.test(text.language())).findFirst();
    }

    private static List<MetaTemplate> texts(MessageTemplate template) {
        return template.languages().keySet().stream()
                .map(language -> MetaTemplate.read(template.submission(language)))
                .toList();
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
                throw new InvalidTemplate(file.origin(), "its name is not that of the file.", null);
            }
            for (MetaTemplate text : texts(template)) {
                TemplateRules.check(text).stream()
                        .filter(TemplateFinding::isError)
                        .findFirst()
                        .ifPresent(mistake -> {
                            throw new InvalidTemplate(
                                    file.origin(),
                                    "%s, %s: %s".formatted(text.language(), mistake.field(), mistake.sentence()),
                                    null);
                        });
            }
            return template;
        } catch (ValueInstantiationException e) {
            throw new InvalidTemplate(file.origin(), String.valueOf(e.getCause().getMessage()) + ".", e);
        } catch (JsonProcessingException e) {
            throw new InvalidTemplate(file.origin(), e.getOriginalMessage() + ".", e);
        }
    }
}
