package io.waybill.template;

import io.waybill.template.TemplateEditor.NotPossible;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where templates are kept that people make.
 *
 * @param channel a number of it; null: it is the simulator's, where all that is made counts as approved
 */
record TemplateAccount(String id, @Nullable WhatsAppChannel channel) {

    /**
     * @param account null: the only one, or the main number's
     * @throws NotPossible where there is none, or not this one
     */
    static TemplateAccount of(WhatsAppChannels channels, @Nullable String account) {
        if (!channels.main().real() && (account == null || account.equals(TemplateCatalog.SIMULATED))) {
            return new TemplateAccount(TemplateCatalog.SIMULATED, null);
        }
        return channels.accounts().stream()
                .filter(channel ->
                        account == null || channel.businessAccountId().equals(account))
                .findFirst()
                .map(channel -> new TemplateAccount(channel.businessAccountId(), channel))
                .orElseThrow(() -> new NotPossible(
                        account == null
                                ? "There is no business account: set waybill.whatsapp.business-account-id."
                                : "No number of ours belongs to the business account %s.".formatted(account)));
    }

    boolean isSimulated() {
        return channel == null;
    }

    /** One that Meta has. */
    WhatsAppChannel real() {
        return Objects.requireNonNull(channel);
    }
}
