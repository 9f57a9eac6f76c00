package io.waybill.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a record has and is not {@code @Nullable} is always there; knows which types each schema is made of. */
final class RequiredComponents implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Set<String>> types = new ConcurrentHashMap<>();

    /** Schemas of more than one type, of which one would be described as the other: schema to types. */
    Map<String, Set<String>> shared() {
        return types.entrySet().stream()
                .filter(schema -> schema.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, schema -> new TreeSet<>(schema.getValue())));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> schema = others.next().resolve(type, context, others);
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().substring(REFERENCE.length()));
            require(java, model);
            types.computeIfAbsent(name(schema, java), name -> ConcurrentHashMap.newKeySet())
                    .add(java.toCanonical());
        }
        return schema;
    }

    private static String name(Schema<?> schema, JavaType java) {
        if (schema.get$ref() != null) {
            return schema.get$ref().substring(REFERENCE.length());
        }
        return schema.getName() != null ? schema.getName() : java.getRawClass().getSimpleName();
    }

    private static void require(JavaType record, @Nullable Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        Map<String, String> names = names(record);
        for (RecordComponent component : record.getRawClass().getRecordComponents()) {
            String name = names.getOrDefault(component.getName(), component.getName());
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean known = model.getProperties().containsKey(name);
            if (known
                    && !optional
                    && (model.getRequired() == null || !model.getRequired().contains(name))) {
                model.addRequiredItem(name);
            }
        }
    }

    /** What each component is called in JSON, whoever says so: an annotation of its own or the naming strategy of its record. */
    private static Map<String, String> names(JavaType record) {
        return Json.mapper().getSerializationConfig().introspect(record).findProperties().stream()
                .collect(Collectors.toMap(
                        BeanPropertyDefinition::getInternalName, BeanPropertyDefinition::getName, (one, other) -> one));
    }
}
