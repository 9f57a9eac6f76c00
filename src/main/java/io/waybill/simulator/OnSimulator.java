package io.waybill.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;

/** Only while no real WhatsApp number is configured. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnSimulator.NothingRealSet.class)
@interface OnSimulator {

    final class NothingRealSet extends NoneNestedConditions {

        NothingRealSet() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("waybill.whatsapp.phone-number-id")
        static class Number {}

        @ConditionalOnProperty("waybill.whatsapp.access-token")
        static class Token {}

        @ConditionalOnProperty("waybill.whatsapp.app-secret")
        static class Secret {}

        @ConditionalOnProperty("waybill.whatsapp.verify-token")
        static class VerifyToken {}

        @ConditionalOnProperty("waybill.whatsapp.base-url")
        static class Graph {}
    }
}
