package io.waybill.erp;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param number from 1
 * @param size rows at most
 * @param next the address the page before gave; null when pages are counted
 */
record PageRequest(int number, int size, @Nullable String next) {

    long offset() {
        return (long) (number - 1) * size;
    }
}
