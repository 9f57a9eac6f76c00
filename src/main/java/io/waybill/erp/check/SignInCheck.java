package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.Contract;
import io.waybill.erp.Contract.Field;
import io.waybill.erp.ErpOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the token in an answer to AUTH that has none where it belongs. */
final class SignInCheck {

    private static final Contract AUTH = Contract.of(ErpOperation.AUTH);

    private final Shown shown;

    SignInCheck(Shown shown) {
        this.shown = shown;
    }

    Finding missing(@Nullable JsonNode raw) {
        List<String> hints = AUTH.answer().stream()
                .filter(field -> field.name().equals("access_token"))
                .findFirst()
                .map((Field field) -> new Hints(AUTH, raw, shown).of(field))
                .orElse(List.of());
        return new Finding(
                FindingKind.MISSING,
                "access_token",
                "access_token is missing, and without it the ERP answers 401. Make AUTH answer it, or say in the endpoint profile where it stands.",
                hints);
    }
}
