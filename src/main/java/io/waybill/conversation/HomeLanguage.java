package io.waybill.conversation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.waybill.inbox.Contact;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The language people are most likely written to where a contact's number is from. */
final class HomeLanguage {

    /**
     * By region, for the languages we have. A country with several that are equally common is in neither list: there the flow's own
     * language is the better guess.
     */
    private static final Set<String> FRENCH = Set.of(
            "BF", "BI", "BJ", "BL", "CD", "CF", "CG", "CI", "DJ", "FR", "GA", "GF", "GN", "GP", "HT", "KM", "MC", "MF",
            "MG", "ML", "MQ", "NC", "NE", "PF", "PM", "RE", "SN", "TD", "TG", "WF", "YT");

    private static final Set<String> ENGLISH = Set.of(
            "AG", "AI", "AU", "BB", "BM", "BS", "BW", "BZ", "DM", "FJ", "GB", "GD", "GG", "GH", "GI", "GM", "GY", "IE",
            "IM", "JE", "JM", "KE", "KN", "KY", "LC", "LR", "MW", "NA", "NG", "NZ", "PG", "SB", "SG", "SL", "TC", "TT",
            "UG", "US", "VC", "VG", "VI", "ZA", "ZM", "ZW");

    private HomeLanguage() {}

    /** Null where neither phone number nor user id tell. */
    static @Nullable String of(Contact contact) {
        String region = region(contact);
        return region == null ? null : FRENCH.contains(region) ? "fr" : ENGLISH.contains(region) ? "en" : null;
    }

    private static @Nullable String region(Contact contact) {
        if (contact.phone() != null) {
            try {
                PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
                return numbers.getRegionCodeForNumber(numbers.parse(contact.phone(), null));
            } catch (NumberParseException e) {
                return null;
            }
        }
        // WhatsApp puts the country of the hidden number before the user id: KE.13491208655302741918.
        String userId = contact.userId();
        return userId != null && userId.indexOf('.') == 2 ? userId.substring(0, 2) : null;
    }
}
