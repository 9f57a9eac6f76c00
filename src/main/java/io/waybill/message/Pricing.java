package io.waybill.message;

/**
 * What Meta says it takes for a message of ours.
 *
 * @param category such as marketing, utility, service or authentication_international
 * @param type regular, or why it is free: free_customer_service, free_entry_point
 * @param country where the customer's number is from, as two letters; {@value #UNKNOWN} where nothing tells
 */
public record Pricing(String category, String type, boolean billable, String country) {

    public static final String UNKNOWN = "unknown";
}
