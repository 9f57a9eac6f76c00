package io.waybill.media;

import java.util.List;
import java.util.Map;

/** Somewhere pictures are used; one that is used stays. */
public interface ImageUse {

    /** Id of a picture to where it is used, each in words such as "product P-1003". */
    Map<String, List<String>> byImage();
}
