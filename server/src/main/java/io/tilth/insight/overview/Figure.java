package io.tilth.insight.overview;

/**
 * What is counted. Each is a view that the owner of the rows publishes, with the columns {@code tenant_id, id,
 * customer_id, member_id, at}; so what is counted, drawn, ranked and listed are the same rows.
 */
enum Figure {
    NEWCOMERS("customer.newcomer", Kind.EVENT),
    LOST("customer.loss", Kind.EVENT),
    /** 客户数: people who are anybody's friends now. */
    FRIENDS("customer.friendship", Kind.PEOPLE_NOW),
    /** 好友数. */
    FRIENDSHIPS("customer.friendship", Kind.NOW),
    SHARED("tracking.shared", Kind.STEP),
    OPENED("tracking.shared_opened", Kind.STEP),
    READ("tracking.shared_read", Kind.STEP),
    CONTACTED("tracking.shared_contacted", Kind.STEP),
    OPENINGS("tracking.opening", Kind.TOUCH),
    ANSWERED("tracking.answered", Kind.TOUCH);

    /** How its rows lie in time, and what they are about. */
    private enum Kind {
        EVENT,
        NOW,
        PEOPLE_NOW,
        /** A share, dated as it was sent; {@code reached_at} is when it came to this step. */
        STEP,
        /** Something about a material. */
        TOUCH
    }

    private final String view;
    private final Kind kind;

    Figure(String view, Kind kind) {
        this.view = view;
        this.kind = kind;
    }

    String view() {
        return view;
    }

    /** Whether it is counted as of now, whatever the period. */
    boolean isOfNow() {
        return kind == Kind.NOW || kind == Kind.PEOPLE_NOW;
    }

    /** Whether a customer counts once however many rows they have. */
    boolean isOfPeople() {
        return kind == Kind.PEOPLE_NOW;
    }

    /** What one of it is counted by. */
    String counted() {
        return isOfPeople() ? "count(distinct r.customer_id)" : "count(*)";
    }

    /** By when it must have happened to have been known at a moment. */
    String known() {
        return kind == Kind.STEP ? "r.reached_at" : "r.at";
    }

    String material() {
        return kind == Kind.STEP || kind == Kind.TOUCH ? "r.material_id" : "cast(null as uuid) as material_id";
    }
}
