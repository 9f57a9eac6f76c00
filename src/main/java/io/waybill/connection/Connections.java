package io.waybill.connection;

import io.waybill.access.Audit;
import io.waybill.connection.ConnectionView.ShippedProfile;
import io.waybill.erp.ErpConnections;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.home.Misconfigured;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The connection to the ERP as people look at it, save it and try it. */
final class Connections {

    private final ConnectionStore store;
    private final ErpConnections erp;
    private final SealedSecrets secrets;
    private final ConnectionWatch watch;
    private final Changing changing;
    private final ConnectionViews views;
    private final Audit audit;
    private final Clock clock;

    Connections(
            ConnectionStore store,
            ErpConnections erp,
            SealedSecrets secrets,
            ConnectionWatch watch,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.erp = erp;
        this.secrets = secrets;
        this.watch = watch;
        this.changing = new Changing(erp, secrets);
        this.views = new ConnectionViews(erp, secrets);
        this.audit = audit;
        this.clock = clock;
    }

    List<ShippedProfile> shipped() {
        return erp.shipped().stream()
                .map(profile -> new ShippedProfile(profile.name(), profile.title(), profile.notes()))
                .toList();
    }

    ConnectionView view() {
        return view(List.of());
    }

    private ConnectionView view(List<String> notices) {
        Edited edited = edited();
        ConnectionWatch.State live = watch.state();
        return views.view(edited, tests(edited), live, asked(live.live()), problem(edited), notices);
    }

    /** The version that is live; empty: the ERP of the configuration is. */
    Optional<Edited> asked(Live live) {
        return Optional.ofNullable(live.revision()).flatMap(store::find).map(this::read);
    }

    /** A later version of Waybill may not take the profile of an earlier one any more: what is wrong with its text is told then. */
    private Edited read(Saved saved) {
        try {
            return Edited.of(saved, erp.read(saved.profile(), saved.text()));
        } catch (Misconfigured e) {
            return Edited.of(saved, erp.read(saved.profile(), ProfileText.EMPTY.text()));
        }
    }

    /** Why it cannot be asked; empty: it can. */
    Optional<String> problem(Edited edited) {
        return Optional.ofNullable(edited.saved()).flatMap(saved -> erp.problem(secrets.shut(saved)));
    }

    /** What was saved last, or else the ERP of the configuration. */
    Edited edited() {
        return store.latest().map(this::read).orElseGet(this::configured);
    }

    /** The ERP of the configuration. */
    Edited configured() {
        ErpConnections.Configured configured = erp.configured();
        Map<String, Optional<Instant>> names = new TreeMap<>();
        configured.secrets().forEach(name -> names.put(name, Optional.empty()));
        return new Edited(
                null,
                configured.profile(),
                configured.text(),
                Optional.ofNullable(configured.baseUrl()).orElse(""),
                configured.constants(),
                names);
    }

    Map<ErpOperation, OperationTest> tests(Edited edited) {
        return store.tests(edited.setUps().values());
    }

    ConnectionView save(ConnectionChange wanted, String by) {
        Edited before = edited();
        requireVersion(wanted.version(), before);
        Changing.Next next = changing.next(before, wanted, by, clock.instant());
        audit.run("erp.connection", "", this::audited, () -> {
            if (!store.add(next.saved())) {
                throw Conflict.between(before, edited());
            }
        });
        return view(
                next.droppedSecrets().isEmpty()
                        ? List.of()
                        : List.of("Secrets were removed, because they were set for another host: %s. Enter them again."
                                .formatted(String.join(", ", next.droppedSecrets()))));
    }

    /** @throws Conflict when another version was saved since */
    void requireVersion(@Nullable Long version, Edited now) {
        if (version == null) {
            throw new Changing.Refused("\"version\" says which version was changed: the one that was read.");
        }
        if (version != now.version()) {
            throw Conflict.between(
                    version == 0
                            ? configured()
                            : store.find(version).map(this::read).orElse(now),
                    now);
        }
    }

    /** What is edited, to be tried. */
    ErpGateway tried(Edited edited) {
        Saved saved = edited.saved();
        if (saved != null) {
            requireAllowed(saved);
        }
        try {
            return saved == null ? erp.triedConfigured() : erp.tried(secrets.opened(saved));
        } catch (Misconfigured e) {
            throw new NotNow(String.valueOf(e.getMessage()));
        }
    }

    /** A name may lead to another address than when it was saved. */
    void requireAllowed(Saved saved) {
        if (!saved.baseUrl().isEmpty()) {
            Addresses.problem(saved.baseUrl(), saved.inside()).ifPresent(sentence -> {
                throw new NotNow(sentence);
            });
        }
    }

    /** What keeps it from going live. */
    List<GoLive.MissingForLive> missing(Edited edited) {
        return GoLive.missing(edited, tests(edited), problem(edited));
    }

    void tested(Edited edited, OperationTest test) {
        store.tested(
                test, Optional.ofNullable(edited.setUps().get(test.operation())).orElseThrow());
    }

    private record Audited(
            long version,
            String profile,
            String baseUrl,
            boolean inside,
            Map<String, String> operations,
            Set<String> secrets) {}

    private Audited audited() {
        Edited edited = edited();
        ProfileTree tree = edited.tree();
        Map<String, String> operations = new TreeMap<>();
        edited.profile().available().forEach(operation -> operations.put(operation.name(), tree.asked(operation)));
        return new Audited(
                edited.version(),
                edited.profile().title(),
                edited.baseUrl(),
                edited.saved() != null && edited.saved().inside(),
                operations,
                edited.secrets().keySet());
    }
}
