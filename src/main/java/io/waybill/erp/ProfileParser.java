package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.EndpointProfile.Files;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.EndpointProfile.Kind;
import io.waybill.erp.EndpointProfile.Limits;
import io.waybill.erp.EndpointProfile.Rate;
import io.waybill.erp.mapping.MappingParser;
import io.waybill.erp.mapping.MappingParser.Problem;
import io.waybill.erp.mapping.Path;
import io.waybill.erp.mapping.PathTemplate;
import io.waybill.expression.InvalidExpression;
import io.waybill.expression.Json;
import io.waybill.expression.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes an {@link EndpointProfile} of a file that satisfies its JSON Schema, and finds what a schema cannot see. */
final class ProfileParser {

    private static final Pattern SECRET = Pattern.compile("\\bsecret\\.([A-Za-z0-9]+)");
    private static final Pattern OUR_ADDRESS = Pattern.compile("\\bcallback\\.url\\b");

    private final String name;
    private final JsonNode yaml;
    private final MappingParser mappings;
    private final List<Problem> problems = new ArrayList<>();

    ProfileParser(String name, JsonNode yaml) {
        this.name = name;
        this.yaml = yaml;
        this.mappings = new MappingParser(yaml);
    }

    /** What was found wrong; a profile with problems is not to be used. */
    List<Problem> problems() {
        return Stream.concat(problems.stream(), mappings.problems().stream()).toList();
    }

    EndpointProfile profile() {
        timeouts();
        Map<ErpOperation, Endpoint> endpoints = new EnumMap<>(ErpOperation.class);
        yaml.get("operations").properties().stream()
                .filter(entry -> entry.getValue().isObject())
                .forEach(entry -> {
                    ErpOperation operation = ErpOperation.valueOf(entry.getKey());
                    if (SECRET.matcher(entry.getValue().toString()).find()) {
                        problems.add(new Problem(
                                entry.getValue(),
                                "%s: a secret may stand only in auth, where it is never shown".formatted(operation)));
                    }
                    endpoints.put(operation, endpoint(operation, entry.getValue()));
                });
        return new EndpointProfile(
                name,
                yaml.get("title").asText(),
                word(Kind.class, yaml.path("kind"), Kind.ERP),
                texts(yaml.path("notes")),
                word(Idempotency.class, yaml.path("idempotency"), Idempotency.MANUAL),
                word(Files.class, yaml.path("files"), Files.INLINE),
                endpoints,
                auth(yaml.path("auth")),
                secrets(yaml.path("auth")),
                yaml.path("const") instanceof ObjectNode constants ? constants : ErpJson.object(),
                StreamSupport.stream(yaml.path("message").spliterator(), false)
                        .flatMap(this::path)
                        .toList(),
                mappings.values(yaml.path("auth").path("fields")),
                paying(),
                MappingParser.outcomes(yaml.path("outcomes")),
                limits());
    }

    private EndpointProfile.Paying paying() {
        return new EndpointProfile.Paying(
                path(yaml.path("callback").path("payment_id")).findFirst().orElse(null),
                OUR_ADDRESS.matcher(yaml.path("auth").path("fields").toString()).find(),
                Set.copyOf(texts(yaml.path("link_hosts"))));
    }

    /** A payment provider is asked by the HTTP client of the ERP, and a time-out stands on the client. */
    private void timeouts() {
        if (word(Kind.class, yaml.path("kind"), Kind.ERP) == Kind.PAYMENT) {
            Stream.of("connect-timeout", "response-timeout")
                    .filter(yaml::has)
                    .forEach(timeout -> problems.add(new Problem(
                            yaml.get(timeout),
                            "a payment provider is asked over the connections of the ERP: leave out %s, and set waybill.erp.%s or that of the ERP's profile"
                                    .formatted(timeout, timeout))));
        }
    }

    private Limits limits() {
        JsonNode rate = yaml.path("rate");
        return new Limits(
                milliseconds("connect-timeout"),
                milliseconds("response-timeout"),
                number("bulkhead"),
                number("page-size"),
                number("max-pages"),
                rate.isMissingNode()
                        ? null
                        : new Rate(
                                rate.get("calls").intValue(),
                                Duration.ofSeconds(rate.get("seconds").longValue())));
    }

    private Endpoint endpoint(ErpOperation operation, JsonNode node) {
        if (operation == ErpOperation.AUTH && (node.has("route") || MappingParser.isMapped(node))) {
            problems.add(new Problem(
                    node,
                    "AUTH has only method and path; another way of signing in is described by auth of the profile"));
        }
        if (node.has("route")) {
            return new Endpoint.Routed(
                    node.get("route").asText(), word(Idempotency.class, node.path("idempotency"), Idempotency.MANUAL));
        }
        return MappingParser.isMapped(node) ? mapped(operation, node) : canonical(operation, node);
    }

    private Endpoint canonical(ErpOperation operation, JsonNode node) {
        Map<String, String> headers = new HashMap<>();
        Stream.of(yaml.path("headers"), node.path("headers"))
                .flatMap(all -> all.properties().stream())
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Endpoint.Canonical(node.get("method").asText(), pathOf(operation, node.get("path")), headers);
    }

    /** A placeholder that is no request field would always be empty. */
    private PathTemplate pathOf(ErpOperation operation, JsonNode path) {
        PathTemplate template;
        try {
            template = PathTemplate.of(path.asText());
        } catch (InvalidExpression e) {
            problems.add(new Problem(path, "$.operations.%s.path: %s".formatted(operation, e.getMessage())));
            return PathTemplate.of("/");
        }
        List<String> known = Contract.of(operation).request().stream()
                .map(Contract.Field::name)
                .toList();
        template.sources().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> problems.add(new Problem(
                        path,
                        "$.operations.%s.path: %s sends no field {%s}; it sends %s"
                                .formatted(operation, operation, field, String.join(", ", known)))));
        return template;
    }

    private Endpoint mapped(ErpOperation operation, JsonNode node) {
        Contract contract = Contract.of(operation);
        if (operation.lists() != node.has("items")) {
            problems.add(new Problem(
                    node,
                    operation.lists()
                            ? "%s is a list: say by items where its rows stand".formatted(operation)
                            : "%s is no list and has no items".formatted(operation)));
        }
        JsonNode answer = node.get("answer");
        contract.answer().stream()
                .filter(field -> field.need() == Contract.Need.REQUIRED && !answer.has(field.name()))
                .forEach(field -> problems.add(new Problem(
                        answer, "%s must answer %s: say where it stands".formatted(operation, field.name()))));
        Set<String> flags = contract.answer().stream()
                .filter(field -> field.type() == Contract.Type.BOOLEAN)
                .map(Contract.Field::name)
                .collect(Collectors.toUnmodifiableSet());
        return new Endpoint.Mapped(mappings.operation(node, flags));
    }

    private Auth auth(JsonNode auth) {
        return switch (auth.path("type").asText()) {
            case "none" -> new Auth.Fixed(Map.of());
            case "basic" -> new Auth.Basic(mappings.value(auth.get("username")), mappings.value(auth.get("password")));
            case "header" -> new Auth.Fixed(Map.of(auth.get("name").asText(), mappings.value(auth.get("value"))));
            case "bearer" -> new Auth.Fixed(Map.of("Authorization", bearer(auth.get("token"))));
            case "oauth2" ->
                new Auth.OAuth2(
                        mappings.value(auth.get("token-url")),
                        mappings.value(auth.get("client-id")),
                        mappings.value(auth.get("client-secret")),
                        auth.has("scope") ? mappings.value(auth.get("scope")) : null,
                        auth.path("method").asText().equals("GET"),
                        auth.path("client").asText(auth.path("method").asText()).matches("basic|GET"),
                        path(auth.path("expired")).findFirst().orElse(null));
            case "session" ->
                new Auth.Session(
                        mappings.step(auth.get("login"), "login"),
                        texts(auth.path("cookies")),
                        mappings.values(auth.path("headers")),
                        auth.has("idle") ? Duration.ofSeconds(auth.get("idle").longValue()) : null,
                        path(auth.path("expired")).findFirst().orElse(null));
            default -> new Auth.Canonical();
        };
    }

    private static Set<String> secrets(JsonNode auth) {
        return SECRET.matcher(auth.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Value bearer(JsonNode token) {
        return new Value.Text(List.of(new Value.Literal(Json.nodes().textNode("Bearer ")), mappings.value(token)));
    }

    private Stream<Path> path(JsonNode node) {
        if (node.isMissingNode()) {
            return Stream.empty();
        }
        try {
            return Stream.of(Path.of(node.asText()));
        } catch (InvalidExpression e) {
            problems.add(new Problem(node, String.valueOf(e.getMessage())));
            return Stream.empty();
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode node, E otherwise) {
        return node.isMissingNode()
                ? otherwise
                : Enum.valueOf(type, node.asText().toUpperCase(Locale.ROOT));
    }

    private @Nullable Integer number(String key) {
        return yaml.has(key) ? yaml.get(key).intValue() : null;
    }

    private @Nullable Duration milliseconds(String key) {
        return yaml.has(key) ? Duration.ofMillis(yaml.get(key).longValue()) : null;
    }
}
