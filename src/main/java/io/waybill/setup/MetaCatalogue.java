package io.waybill.setup;

import java.util.List;
import java.util.Optional;

/** The catalogue of the store at Meta, held against what the ERP sells. */
public interface MetaCatalogue {

    /** Empty: the store has none. */
    Optional<Compared> compared();

    /** How they compare. */
    sealed interface Compared {

        /**
         * By ids of products.
         *
         * @param missing sold by the ERP, and not in the catalogue
         * @param extra in the catalogue, and not sold by the ERP
         * @param otherPrices at another price than the ERP's
         */
        record Held(int sold, List<String> missing, List<String> extra, List<String> otherPrices) implements Compared {}

        /** Meta does not show it: why, and what to do. */
        record NotShown(String sentence) implements Compared {}

        /** The ERP does not say now what it sells. */
        record NotNow(String sentence) implements Compared {}
    }
}
