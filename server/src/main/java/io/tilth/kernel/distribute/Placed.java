package io.tilth.kernel.distribute;

import io.tilth.kernel.distribute.Shape.Table;

/** A table and where it goes. */
record Placed(Table table, Place place) {

    /** Where the rows of a table lie in a cluster. */
    enum Place {
        /** The same rows on every node: what tables of tenants refer to, and hardly anybody writes. */
        REFERENCE,
        /** On the coordinator, which knows of it because it refers to a reference table. */
        KNOWN,
        /** On the coordinator alone, as before. */
        LOCAL,
        /** Each tenant's rows on one node, together with all else of that tenant. */
        DISTRIBUTED
    }

    boolean moves() {
        return place != Place.LOCAL;
    }
}
