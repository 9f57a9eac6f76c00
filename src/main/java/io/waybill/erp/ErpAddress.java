package io.waybill.erp;

import java.net.URI;
import java.util.Optional;

/** Where the ERP is; empty while that is not known yet, as with the demo ERP before our own server listens. */
@FunctionalInterface
interface ErpAddress {

    Optional<URI> baseUrl();
}
