package io.waybill.erp;

import java.util.List;

/**
 * How a call ended, with each HTTP exchange it took.
 *
 * @param notices what an operator should look at although the call went well
 * @param pages of a list that were read; 0: it is none
 */
public record ErpAnswer(ErpReply reply, List<ErpExchange> exchanges, List<String> notices, int pages) {

    public ErpAnswer {
        exchanges = List.copyOf(exchanges);
        notices = List.copyOf(notices);
    }

    public ErpAnswer(ErpReply reply, List<ErpExchange> exchanges, List<String> notices) {
        this(reply, exchanges, notices, 0);
    }
}
