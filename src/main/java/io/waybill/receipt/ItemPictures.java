package io.waybill.receipt;

import io.waybill.media.Picture;
import java.util.Optional;

/** Knows what the products on a receipt look like, small. */
@FunctionalInterface
interface ItemPictures {

    /** As it is now; empty where none is attached to the product. */
    Optional<Picture> of(String externalProductId);
}
