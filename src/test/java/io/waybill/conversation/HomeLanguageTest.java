package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.inbox.Contact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "+254711000001, en",
        "+14155550123, en",
        "+447911123456, en",
        "+33612345678, fr",
        "+221771234567, fr",
        "+262692123456, fr"
    })
    void isThatOfTheCountryOfTheNumber(String phone, String language) {
        assertThat(HomeLanguage.of(contact(phone, "FR.1"))).isEqualTo(language);
    }

    /** Two of several languages, none of ours, no country at all, no number. */
    @ParameterizedTest
    @ValueSource(strings = {"+32470123456", "+4915112345678", "+999123", "+"})
    void isNotGuessedWhereItIsNotClear(String phone) {
        assertThat(HomeLanguage.of(contact(phone, null))).isNull();
    }

    @Test
    void isThatOfTheCountryOfTheUserIdWhereTheNumberIsHidden() {
        assertThat(HomeLanguage.of(contact(null, "SN.13491208655302741918"))).isEqualTo("fr");
        assertThat(HomeLanguage.of(contact(null, "KE.1"))).isEqualTo("en");
        assertThat(HomeLanguage.of(contact(null, "1349"))).isNull();
        assertThat(HomeLanguage.of(contact(null, null))).isNull();
    }

    private static Contact contact(@Nullable String phone, @Nullable String userId) {
        return new Contact(1, "100", phone, userId, null);
    }
}
