package io.tilth.insight.overview;

/**
 * What is counted. Each is a view that the owner of the rows publishes, with the columns {@code id, customer_id,
 * member_id, at}; so what is counted, drawn, ranked and listed are the same rows.
 */
enum Figure {
    NEWCOMERS("customer.newcomer"),
    LOST("customer.loss");

    private final String view;

    Figure(String view) {
        this.view = view;
    }

    String view() {
        return view;
    }
}
