package io.waybill.media;

import java.util.Arrays;

/** A JPEG or PNG file; equal to any other with the same bytes. */
public record Picture(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture(byte[] theirs) && Arrays.equals(bytes, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Picture of %d bytes".formatted(bytes.length);
    }
}
