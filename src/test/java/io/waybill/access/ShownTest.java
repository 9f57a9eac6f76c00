package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/** What people see of an answer who may not see money, or not know customers. */
class ShownTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Shown SHOWN = new Shown(new BigDecimal("12.50"), "+254711000999", "{\"a\":1}", "Amina");

    record Shown(
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal total,
            @PersonalPhone @Nullable String phone,

            @OnlyFor(Permission.PERSONAL_DATA) @JsonRawValue @Nullable
            String request,

            String name) {}

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsAllToWhoeverHasBothRights() throws Exception {
        signIn(Account.of("ada", EnumSet.of(Role.SALES), null, null, 0));

        assertThat(JSON.writeValueAsString(SHOWN))
                .isEqualTo("{\"total\":12.50,\"phone\":\"+254711000999\",\"request\":{\"a\":1},\"name\":\"Amina\"}");
        assertThat(JSON.writeValueAsString(new Shown(null, null, null, "Amina")))
                .isEqualTo("{\"total\":null,\"phone\":null,\"request\":null,\"name\":\"Amina\"}");
    }

    @Test
    void leavesAmountsOutAndShowsTheLastDigitsOfNumbersToAViewer() throws Exception {
        signIn(Account.of("vera", EnumSet.of(Role.VIEWER), null, null, 0));

        assertThat(JSON.writeValueAsString(SHOWN))
                .isEqualTo("{\"total\":null,\"phone\":\"+•••••••••999\",\"request\":null,\"name\":\"Amina\"}");
    }

    @Test
    void showsWhatIsGivenBesideTheRolesAndWithholdsWhatIsTaken() throws Exception {
        signIn(Account.of("vera", EnumSet.of(Role.VIEWER, Role.FULFILMENT), true, false, 0));

        assertThat(JSON.writeValueAsString(SHOWN))
                .isEqualTo("{\"total\":12.50,\"phone\":\"+•••••••••999\",\"request\":null,\"name\":\"Amina\"}");
    }

    @Test
    void showsNothingToNobody() throws Exception {
        assertThat(JSON.writeValueAsString(SHOWN)).doesNotContain("12.50", "254711");
    }

    @Test
    void severalRolesMayDoWhatEachOfThemMay() {
        Set<Permission> both = Account.of("ben", EnumSet.of(Role.CATALOG, Role.REFUNDS), null, null, 0)
                .permissions();

        assertThat(both)
                .containsAll(Role.CATALOG.permissions())
                .containsAll(Role.REFUNDS.permissions())
                .doesNotContain(Permission.ORDERS_SELL);
    }

    private static void signIn(Account account) {
        SecurityContextHolder.getContext().setAuthentication(new PersonAuthentication(account));
    }
}
