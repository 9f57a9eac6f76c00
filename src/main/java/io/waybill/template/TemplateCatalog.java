package io.waybill.template;

import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The templates that can be sent from a number: what Meta has, and what {@code templates/} has beside it. Without a business account
 * {@code templates/} is all there is, and counts as approved; so does what people make on the simulator.
 */
public final class TemplateCatalog {

    /** Of the simulator, where nobody looks at templates before they are sent. */
    static final String SIMULATED = "simulator";

    private static final String NO_ACCOUNT = "";

    private final WhatsAppChannels channels;
    private final TemplateStore store;
    private final Templates shipped;

    TemplateCatalog(WhatsAppChannels channels, TemplateStore store, Templates shipped) {
        this.channels = channels;
        this.store = store;
        this.shipped = shipped;
    }

    /** Those called {@code name} that the number with this id can send, one for each language. */
    public List<KnownTemplate> of(String phoneNumberId, String name) {
        return inAccount(account(phoneNumberId), name);
    }

    /**
     * Those that {@code mapping} may be told by, in the order in which they are to be tried: the customer's language, then as it says.
     *
     * @param language the customer's; null: not known
     */
    public List<KnownTemplate> candidates(Mapping mapping, String phoneNumberId, @Nullable String language) {
        if (mapping.template() == null) {
            return List.of();
        }
        List<KnownTemplate> known = of(phoneNumberId, mapping.template());
        List<KnownTemplate> wanted = new ArrayList<>(mapping.languages().stream()
                .flatMap(each ->
                        known.stream().filter(one -> one.text().language().equals(each)))
                .toList());
        Optional<MetaTemplate> own = language == null
                ? Optional.empty()
                : Templates.best(wanted.stream().map(KnownTemplate::text).toList(), language);
        own.flatMap(text ->
                        wanted.stream().filter(each -> each.text().equals(text)).findFirst())
                .ifPresent(first -> {
                    wanted.remove(first);
                    wanted.addFirst(first);
                });
        return wanted;
    }

    /** Those that the number with this id can send now, by name. */
    public List<KnownTemplate> sendable(String phoneNumberId) {
        return channels.of(phoneNumberId).map(this::of).orElse(List.of()).stream()
                .filter(KnownTemplate::approved)
                .sorted(Comparator.comparing(KnownTemplate::label))
                .toList();
    }

    /** The business account the number with this id belongs to; see {@link #isPlayed}. */
    String account(String phoneNumberId) {
        return channels.of(phoneNumberId).map(TemplateCatalog::account).orElse(NO_ACCOUNT);
    }

    /** All that the number can send, or could once they are submitted. */
    List<KnownTemplate> of(WhatsAppChannel channel) {
        String account = account(channel);
        return inAccount(
                account,
                account.equals(NO_ACCOUNT)
                        ? List.of()
                        : store.all().stream()
                                .filter(template -> template.businessAccountId().equals(account))
                                .toList());
    }

    /** What those say that {@code channel} can send, or could. */
    public List<MetaTemplate> texts(WhatsAppChannel channel) {
        return of(channel).stream().map(KnownTemplate::text).toList();
    }

    /** Of each account we send from. */
    List<KnownTemplate> everywhere(String name) {
        return accounts().stream()
                .flatMap(account -> inAccount(account, name).stream())
                .toList();
    }

    /** All of one account that Meta does not have yet. */
    List<KnownTemplate> notSubmitted(String account, List<MirroredTemplate> mirrored) {
        Set<String> there = mirrored.stream()
                .filter(template -> template.businessAccountId().equals(account))
                .map(MirroredTemplate::label)
                .collect(Collectors.toSet());
        return shipped.all().stream()
                .flatMap(template -> shipped.texts(template.name()).stream())
                .map(text -> known(text, account))
                .filter(known -> !there.contains(known.label()))
                .toList();
    }

    /** Ids of the business accounts; a single empty one where none has templates at Meta. */
    Set<String> accounts() {
        return channels.all().stream().map(TemplateCatalog::account).collect(Collectors.toCollection(TreeSet::new));
    }

    /** True where templates are played and not approved. */
    static boolean isPlayed(String account) {
        return account.equals(NO_ACCOUNT) || account.equals(SIMULATED);
    }

    private List<KnownTemplate> inAccount(String account, String name) {
        return inAccount(account, account.equals(NO_ACCOUNT) ? List.of() : store.of(account, name)).stream()
                .filter(known -> known.text().name().equals(name))
                .toList();
    }

    private List<KnownTemplate> inAccount(String account, List<MirroredTemplate> mirrored) {
        List<KnownTemplate> all =
                new ArrayList<>(mirrored.stream().map(MirroredTemplate::known).toList());
        all.addAll(notSubmitted(account, mirrored));
        return all;
    }

    private static KnownTemplate known(MetaTemplate text, String account) {
        return new KnownTemplate(text, isPlayed(account) ? KnownTemplate.APPROVED : KnownTemplate.NOT_SUBMITTED, null);
    }

    private static String account(WhatsAppChannel channel) {
        return channel.real() ? channel.businessAccountId() : SIMULATED;
    }
}
