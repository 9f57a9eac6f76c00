package io.waybill.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waybill.whatsapp.MessageTemplate;
import io.waybill.whatsapp.Templates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps which template tells of which event: what people decided, else what {@code templates/} proposes. */
public final class Mappings {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> BY_PLACEHOLDER = new TypeReference<>() {};
    private static final String ROW =
            "select event, template, languages, variables, fallbacks, header, version from template_mapping";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<MessageEvent, Mapping> proposed = new EnumMap<>(MessageEvent.class);

    /** @throws IllegalArgumentException naming the file in {@code templates/} that proposes what cannot be */
    Mappings(JdbcClient jdbc, Templates templates, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        templates.all().stream()
                .filter(template -> template.event() != null)
                .map(Mappings::proposal)
                .forEach(mapping -> {
                    Mapping other = proposed.put(mapping.event(), mapping);
                    if (other != null) {
                        throw new IllegalArgumentException(
                                "Two templates are for the event %s: %s and %s. Take \"event\" out of one of their files."
                                        .formatted(mapping.event().key(), other.template(), mapping.template()));
                    }
                });
    }

    /** Empty where nothing is said of it and nobody has decided so. */
    public Optional<Mapping> find(MessageEvent event) {
        return jdbc.sql(ROW + " where event = ?")
                .param(event.key())
                .query(Mappings::mapping)
                .optional()
                .or(() -> Optional.ofNullable(proposed.get(event)));
    }

    /** Of the events that are told of, or on purpose not. */
    List<Mapping> all() {
        Map<MessageEvent, Mapping> all = new EnumMap<>(proposed);
        jdbc.sql(ROW).query(Mappings::mapping).list().forEach(mapping -> all.put(mapping.event(), mapping));
        return List.copyOf(all.values());
    }

    /**
     * False when another version is there by now than the one that was seen.
     *
     * @param seen null: whatever is there
     */
    boolean save(Mapping mapping, @Nullable Integer seen, String by) {
        Map<String, String> variables = new TreeMap<>();
        mapping.variables().forEach((key, variable) -> variables.put(key, variable.key()));
        return jdbc.sql("""
                        insert into template_mapping as m (event, template, languages, variables, fallbacks, header, changed_at, changed_by)
                        values (:event, :template, :languages::text[], :variables, :fallbacks, :header, :at, :by)
                        on conflict (event) do update
                        set template = excluded.template, languages = excluded.languages, variables = excluded.variables,
                            fallbacks = excluded.fallbacks, header = excluded.header, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by, version = m.version + 1
                        where m.version = coalesce(:seen, m.version)
                        """)
                        .param("event", mapping.event().key())
                        .param("template", mapping.template())
                        .param("languages", mapping.languages().toArray(String[]::new))
                        .param("variables", json(variables))
                        .param("fallbacks", json(new TreeMap<>(mapping.fallbacks())))
                        .param("header", mapping.header())
                        .param("at", Timestamp.from(clock.instant()))
                        .param("by", by)
                        .param("seen", seen, Types.INTEGER)
                        .update()
                == 1;
    }

    private static Mapping proposal(MessageTemplate template) {
        MessageEvent event = MessageEvent.of(String.valueOf(template.event()))
                .orElseThrow(
                        () -> new IllegalArgumentException("templates/%s.json is for the event %s, which there is not."
                                .formatted(template.name(), template.event())));
        return new Mapping(
                event,
                template.name(),
                List.copyOf(template.languages().keySet()),
                variables(template.variables()),
                Map.of(),
                null,
                0);
    }

    private static Mapping mapping(ResultSet row, int n) throws SQLException {
        try {
            return new Mapping(
                    MessageEvent.of(row.getString("event")).orElseThrow(),
                    row.getString("template"),
                    List.of((String[]) row.getArray("languages").getArray()),
                    variables(JSON.readValue(row.getString("variables"), BY_PLACEHOLDER)),
                    JSON.readValue(row.getString("fallbacks"), BY_PLACEHOLDER),
                    row.getString("header"),
                    row.getInt("version"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored mapping is not readable.", e);
        }
    }

    /** @throws IllegalArgumentException naming the variable there is not */
    static Map<String, Variable> variables(Map<String, String> keys) {
        Map<String, Variable> variables = new HashMap<>();
        keys.forEach((placeholder, key) -> variables.put(
                placeholder,
                Variable.of(key)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no variable %s for the placeholder %s.".formatted(key, placeholder)))));
        return variables;
    }

    private static String json(Map<String, String> byPlaceholder) {
        try {
            return JSON.writeValueAsString(byPlaceholder);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping could not be written as JSON.", e);
        }
    }
}
