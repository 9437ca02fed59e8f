package io.tilth.drill.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first ledger: what people did, and what the server acknowledged to them.
 *
 * @param beats all that pages told, acknowledged or not
 * @param surprises answers that nobody should ever get, whatever is broken
 */
public record Told(
        List<Scan> scans,
        Set<Beat> beats,
        Set<Beat> acknowledged,
        List<View> views,
        List<Deed> deeds,
        List<String> surprises) {

    /** @param external the name that WeCom gave to the person for this company */
    public record Scan(String name, String corp, String user, String external) {

        public String friendship() {
            return corp + "/" + user + "/" + external;
        }
    }

    /** One beat of a page. It says its own name where others say how far they have read: page and depth. */
    public record Beat(String share, int page, int depth) {}

    /** A customer has a quote open, which a guide sent to them alone. */
    public record View(String share, String customer, String corp, String user) {}

    /** Something a member did through the interface that the audit trail keeps. */
    public record Deed(String name, boolean acknowledged) {}

    Map<String, Scan> scansByExternal() {
        return scans.stream().collect(Collectors.toMap(Scan::external, scan -> scan));
    }

    /** Shares of which at least one beat was acknowledged. */
    Set<String> seenShares() {
        return acknowledged.stream().map(Beat::share).collect(Collectors.toSet());
    }
}
