package io.waybill.whatsapp;

/** How handing a file to Graph ended. */
public sealed interface UploadResult {

    /** @param graphId Graph's name for it, for thirty days */
    record Uploaded(String graphId) implements UploadResult {}

    record Failed(SendFailure failure) implements UploadResult {}
}
