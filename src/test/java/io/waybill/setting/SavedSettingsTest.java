package io.waybill.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waybill.SettableClock;
import io.waybill.access.KeptAudit;
import io.waybill.database.TestDatabase;
import io.waybill.home.Misconfigured;
import org.junit.jupiter.api.Test;

/** Settings of a shop of two nodes. */
class SavedSettingsTest {

    private static final Tea CONFIGURED = new Tea("black", 2);

    private final TestDatabase database = TestDatabase.migrated();
    private final ObjectMapper json = JsonMapper.builder().build();
    private final KeptAudit audit = new KeptAudit();
    private final SavedSettings here = node();
    private final SavedSettings there = node();
    private final Setting<Tea> tea = tea(here);

    record Tea(String kind, int cups) {

        void check() {
            WrongSetting.unless(cups > 0, "waybill.tea.cups", "/cups", "must be 1 or more, not %d.".formatted(cups));
        }
    }

    @Test
    void isAsConfiguredUntilSomebodySavesAndThenAsSavedOnEveryNodeAtItsNextLook() {
        Setting<Tea> elsewhere = tea(there);
        assertThat(tea.current()).isEqualTo(new Setting.Current<>(0, CONFIGURED, null, null));

        Setting.Current<Tea> saved = tea.save(0, new Tea("green", 3), "ada");

        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.by()).isEqualTo("ada");
        assertThat(tea.get()).isEqualTo(new Tea("green", 3));
        assertThat(elsewhere.get()).as("it has not looked yet").isEqualTo(CONFIGURED);
        there.look();
        assertThat(elsewhere.get()).isEqualTo(new Tea("green", 3));
        assertThat(tea(node()).get()).as("a node that starts now").isEqualTo(new Tea("green", 3));
        assertThat(audit.kept)
                .containsExactly("setting.change tea {\"kind\":\"black\",\"cups\":2} {\"kind\":\"green\",\"cups\":3}");
    }

    /** 000-24 */
    @Test
    void ofTwoWhoSaveAtOnceTheSecondIsToldAndNothingIsLost() {
        Setting<Tea> elsewhere = tea(there);
        tea.save(0, new Tea("green", 3), "ada");

        assertThatThrownBy(() -> elsewhere.save(0, new Tea("white", 1), "ben")).isInstanceOf(ChangedMeanwhile.class);

        there.look();
        assertThat(elsewhere.current().version()).isEqualTo(1);
        assertThat(elsewhere.save(1, new Tea("white", 1), "ben").value()).isEqualTo(new Tea("white", 1));
    }

    @Test
    void whatCannotBeIsNotSavedAndDoesNotStart() {
        assertThatThrownBy(() -> tea.save(0, new Tea("green", 0), "ada"))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("waybill.tea.cups must be 1 or more, not 0.");
        assertThat(database.count("setting")).isZero();
        assertThatThrownBy(() -> node().of("tea", Tea.class, new Tea("black", 0), Tea::check))
                .isInstanceOf(Misconfigured.class);
    }

    @Test
    void aRowThatCannotBeReadStopsTheStartButNoNodeThatRuns() {
        tea.save(0, new Tea("green", 3), "ada");
        database.jdbc()
                .sql("update setting set version = 2, document = '{\"cups\": \"many\"}'")
                .update();

        here.look();
        here.look();

        assertThat(tea.get()).isEqualTo(new Tea("green", 3));
        assertThatThrownBy(() -> tea(node()))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("The setting tea that was saved in the console cannot be read");
    }

    @Test
    void isMadeIntoSomethingElseOnlyWhenItHasChanged() {
        int[] made = {0};
        Derived<Tea, String> words = new Derived<>(tea, value -> {
            made[0]++;
            return "%d cups of %s tea".formatted(value.cups(), value.kind());
        });

        assertThat(words.get()).isEqualTo("2 cups of black tea");
        assertThat(words.get()).isEqualTo("2 cups of black tea");
        assertThat(made[0]).isEqualTo(1);
        tea.save(0, new Tea("green", 3), "ada");
        assertThat(words.get()).isEqualTo("3 cups of green tea");
    }

    private SavedSettings node() {
        return new SavedSettings(database.jdbc(), json, audit, SettableClock.atNoon());
    }

    private static Setting<Tea> tea(SavedSettings node) {
        return node.of("tea", Tea.class, CONFIGURED, Tea::check);
    }
}
