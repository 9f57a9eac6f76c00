package io.waybill.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.connection.ConnectionView.ConstantView;
import io.waybill.connection.ConnectionView.EndpointView;
import io.waybill.connection.ConnectionView.LiveErpView;
import io.waybill.connection.ConnectionView.Mode;
import io.waybill.connection.ConnectionView.ProfileView;
import io.waybill.connection.ConnectionView.SecretView;
import io.waybill.connection.ConnectionView.Source;
import io.waybill.connection.ConnectionView.State;
import io.waybill.connection.ConnectionView.TestedView;
import io.waybill.connection.ConnectionView.ValueOrigin;
import io.waybill.erp.Auth;
import io.waybill.erp.Contract;
import io.waybill.erp.Endpoint;
import io.waybill.erp.EndpointProfile;
import io.waybill.erp.ErpConnection;
import io.waybill.erp.ErpConnections;
import io.waybill.erp.ErpOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows people the connection that is edited and the one that is live. */
final class ConnectionViews {

    private final ErpConnections erp;
    private final SealedSecrets secrets;

    ConnectionViews(ErpConnections erp, SealedSecrets secrets) {
        this.erp = erp;
        this.secrets = secrets;
    }

    ConnectionView view(
            Edited edited,
            Map<ErpOperation, OperationTest> tests,
            ConnectionWatch.State live,
            Optional<Edited> asked,
            Optional<String> problem,
            List<String> notices) {
        Saved saved = edited.saved();
        EndpointProfile profile = edited.profile();
        return new ConnectionView(
                edited.version(),
                saved == null ? configured() : Source.CONSOLE,
                saved == null ? null : saved.by(),
                saved == null ? null : saved.at(),
                new ProfileView(
                        profile.name(),
                        profile.title(),
                        edited.text(),
                        profile.notes(),
                        profile.idempotency().name().toLowerCase(Locale.ROOT)),
                edited.baseUrl(),
                saved != null && saved.inside(),
                secrets.canSeal(),
                constants(edited),
                secrets(edited),
                operations(edited, tests),
                profile.available().stream()
                        .filter(operation -> ContractRow.ALL.stream().noneMatch(row -> row.operation() == operation))
                        .toList(),
                live(live, asked),
                GoLive.missing(edited, tests, problem),
                notices);
    }

    private Source configured() {
        return erp.configured().demo() ? Source.DEMO : Source.CONFIGURATION;
    }

    private LiveErpView live(ConnectionWatch.State state, Optional<Edited> asked) {
        Live live = state.live();
        String broken = state.broken();
        String closed = live.closed();
        ErpConnections.Configured configured = erp.configured();
        return new LiveErpView(
                broken != null ? State.BROKEN : closed != null ? State.PAUSED : State.LIVE,
                live.revision() == null ? configured() : Source.CONSOLE,
                live.revision(),
                asked.map(edited -> edited.profile().title())
                        .orElse(configured.profile().title()),
                asked.map(Edited::baseUrl).orElse(configured.baseUrl()),
                live.by().isEmpty() ? null : live.by(),
                live.at(),
                broken != null ? broken : closed != null ? closed : "");
    }

    private static List<ConstantView> constants(Edited edited) {
        List<ConstantView> constants = new ArrayList<>();
        edited.profile().constants().properties().forEach(constant -> {
            String own = edited.constants().get(constant.getKey());
            JsonNode written = constant.getValue();
            constants.add(new ConstantView(
                    constant.getKey(),
                    own != null ? own : written.isNull() ? null : written.asText(),
                    own != null
                            ? edited.saved() == null ? ValueOrigin.CONFIGURATION : ValueOrigin.CONSOLE
                            : written.isNull() ? ValueOrigin.NOWHERE : ValueOrigin.PROFILE));
        });
        return constants;
    }

    private static List<SecretView> secrets(Edited edited) {
        boolean canonical = edited.profile().auth() instanceof Auth.Canonical;
        Set<String> names = new LinkedHashSet<>(canonical ? ErpConnection.CANONICAL_SECRETS : List.of());
        names.addAll(new TreeSet<>(edited.profile().secrets()));
        names.addAll(edited.secrets().keySet());
        return names.stream()
                .map(name -> new SecretView(
                        name,
                        edited.secrets().containsKey(name),
                        Optional.ofNullable(edited.secrets().get(name))
                                .flatMap(at -> at)
                                .orElse(null),
                        edited.saved() == null && edited.secrets().containsKey(name) ? property(name) : null,
                        edited.profile().secrets().contains(name)))
                .toList();
    }

    private static String property(String secret) {
        return ErpConnection.CANONICAL_SECRETS.contains(secret)
                ? "waybill.erp." + secret
                : "waybill.erp.secret." + secret;
    }

    private static List<EndpointView> operations(Edited edited, Map<ErpOperation, OperationTest> tests) {
        ProfileTree tree = edited.tree();
        SampleRequests samples = new SampleRequests(tests.values());
        return ContractRow.ALL.stream()
                .map(row -> operation(
                        row,
                        edited.profile().endpoint(row.operation()).orElse(null),
                        tree,
                        samples,
                        tests.get(row.operation())))
                .toList();
    }

    private static EndpointView operation(
            ContractRow row,
            @Nullable Endpoint endpoint,
            ProfileTree tree,
            SampleRequests samples,
            @Nullable OperationTest test) {
        ErpOperation operation = row.operation();
        JsonNode node = tree.operation(operation);
        return new EndpointView(
                operation,
                row.group(),
                row.required(),
                operation.writes(),
                row.sends(),
                row.returns(),
                mode(endpoint),
                endpoint == null ? "" : node.path("method").asText(),
                endpoint == null ? "" : node.path("path").asText(),
                endpoint == null ? "" : tree.asked(operation),
                endpoint instanceof Endpoint.Mapped ? tree.reads(operation) : Map.of(),
                fields(operation),
                samples.of(operation),
                test == null ? null : TestedView.of(test));
    }

    private static Mode mode(@Nullable Endpoint endpoint) {
        return switch (endpoint) {
            case null -> Mode.NONE;
            case Endpoint.Canonical canonical -> Mode.CANONICAL;
            case Endpoint.Mapped mapped -> Mode.MAPPED;
            case Endpoint.Routed routed -> Mode.ROUTE;
        };
    }

    private static List<String> fields(ErpOperation operation) {
        return Stream.of(Contract.of(operation))
                .flatMap(contract -> contract.answer().stream())
                .map(Contract.Field::name)
                .toList();
    }
}
