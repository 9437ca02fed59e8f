package io.tilth.wecom;

import java.util.Map;
import java.util.Optional;

/**
 * One part of a full sync, such as members or customers. Implemented by the modules above; {@code wecom} walks through
 * the parts in order, piece by piece, and keeps the cursor, so that a sync goes on where it stopped.
 */
public interface SyncPart {

    /** Key of its name on the screen, such as {@code members}. */
    String name();

    /** Lower ones come first: departments 10, members 20, tags 30, customers 40, groups 50. */
    int order();

    /** Asks WeCom for the piece after the cursor; outside any transaction. Empty when there is no more. */
    Optional<Piece> next(Run run, Optional<String> cursor);

    /** What one call or a few brought. */
    interface Piece {

        /** Where the next piece begins; kept in the transaction of {@link #store}. */
        String cursor();

        /** How much has been fetched with this piece, and how much there is, as far as known by now. */
        Progress progress();

        /** Stores it, in a transaction, and tells what differed from what we had, by kind, such as {@code follow.missing}. */
        Map<String, Integer> store();
    }

    /** @param first whether the company has never been synced before: everybody found now is 存量 */
    record Run(CompanyId company, boolean first) {}

    record Progress(long done, long total) {}
}
