package io.waybill.template;

import io.waybill.media.Images;
import io.waybill.template.MappingController.NewMapping;
import io.waybill.whatsapp.MetaTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Makes mappings of what people want, and refuses those that could not be sent. */
final class CheckedMappings {

    private final Mappings mappings;
    private final TemplateCatalog catalog;
    private final Images images;

    CheckedMappings(Mappings mappings, TemplateCatalog catalog, Images images) {
        this.mappings = mappings;
        this.catalog = catalog;
        this.images = images;
    }

    /** @throws ResponseStatusException (422) that says all that keeps it from being sent */
    Mapping of(MessageEvent event, NewMapping wanted) {
        if (wanted.template() == null
                || wanted.languages() == null
                || wanted.languages().isEmpty()) {
            throw unfit("Name the \"template\" and the \"languages\" it is sent in, the preferred first.");
        }
        Mapping mapping;
        try {
            Map<String, String> variables = wanted.variables() == null ? Map.of() : wanted.variables();
            mapping = new Mapping(
                    event,
                    wanted.template(),
                    wanted.languages(),
                    Mappings.variables(variables),
                    fallbacks(wanted),
                    wanted.header(),
                    0);
        } catch (IllegalArgumentException e) {
            throw unfit(String.valueOf(e.getMessage()));
        }
        onlyOne(mapping);
        List<String> problems = texts(mapping).stream()
                .flatMap(text -> MappingCheck.problems(mapping, text).stream())
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw unfit(String.join(" ", problems));
        }
        isKept(mapping.header());
        return mapping;
    }

    /** One that is null is as good as an empty one. */
    private static Map<String, String> fallbacks(NewMapping wanted) {
        Map<String, String> fallbacks = new HashMap<>();
        if (wanted.fallbacks() != null) {
            wanted.fallbacks().forEach((key, fallback) -> fallbacks.put(key, Objects.requireNonNullElse(fallback, "")));
        }
        return fallbacks;
    }

    private void isKept(@Nullable String header) {
        Optional<String> picture = header == null ? Optional.empty() : HeaderFile.kept(header);
        if (picture.isPresent() && images.known(picture.stream().toList()).isEmpty()) {
            throw unfit("There is no uploaded picture %s: upload it by POST /api/v1/images.".formatted(header));
        }
    }

    /** A customer would be told the same thing twice. */
    private void onlyOne(Mapping mapping) {
        mappings.all().stream()
                .filter(other -> other.event() != mapping.event()
                        && String.valueOf(mapping.template()).equals(other.template()))
                .findFirst()
                .ifPresent(other -> {
                    throw unfit("The template %s tells of %s already: choose another, or take it from there first."
                            .formatted(mapping.template(), other.event().key()));
                });
    }

    /** What customers would be told by, in each language and account. */
    List<MetaTemplate> texts(Mapping mapping) {
        List<MetaTemplate> known = catalog.everywhere(String.valueOf(mapping.template())).stream()
                .map(KnownTemplate::text)
                .toList();
        List<MetaTemplate> texts = new ArrayList<>();
        for (String language : mapping.languages()) {
            List<MetaTemplate> inIt = known.stream()
                    .filter(text -> text.language().equals(language))
                    .toList();
            if (inIt.isEmpty()) {
                throw unfit("There is no template %s in %s, neither at Meta nor in templates/."
                        .formatted(mapping.template(), language));
            }
            texts.addAll(inIt);
        }
        return texts;
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }
}
