package io.waybill.whatsapp;

import io.waybill.whatsapp.SendFailure.Kind;
import io.waybill.whatsapp.SendFailure.Scope;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every code of Graph that we know, with its class, as Meta documents it; for {@code @MethodSource}. */
public final class MetaCodes {

    private MetaCodes() {}

    public static Stream<Arguments> codes() {
        return Stream.of(
                        of(
                                Kind.CONFIGURATION,
                                Scope.NUMBER,
                                "0 3 10 190 200 299 368 131005 131031 131037 131042 131044 131045 131063 133000 133005 133006"
                                        + " 133007 133008 133009 133010 133015 133016 134011"),
                        of(Kind.RETRY, Scope.MESSAGE, "1 2 131000 131016 133004"),
                        of(Kind.RETRY, Scope.NUMBER, "130429 131057 2494100"),
                        of(Kind.RETRY, Scope.CONTACT, "131056"),
                        of(Kind.WAIT, Scope.NUMBER, "4 80007 80008 131048 131064"),
                        of(Kind.WAIT, Scope.MESSAGE, "132015 132068 132069"),
                        of(
                                Kind.PERMANENT,
                                Scope.MESSAGE,
                                "33 100 130472 130497 131008 131009 131020 131021 131026 131030 131041 131047 131049 131050 131051"
                                        + " 131052 131053 131055 131059 131062 131215 132000 132001 132005 132007 132008 132012"
                                        + " 132016 134100 134101 134102 135000 137000 138001 139000 147001 147005 1752041"),
                        of(Kind.PERMANENT, Scope.MESSAGE, "-1 7 999999"))
                .flatMap(codes -> codes);
    }

    private static Stream<Arguments> of(Kind kind, Scope scope, String codes) {
        return Arrays.stream(codes.split(" ")).map(code -> Arguments.of(kind, scope, Integer.valueOf(code)));
    }
}
