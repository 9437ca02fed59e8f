package io.tilth.drill.check;

import io.tilth.drill.check.Told.Beat;
import java.util.List;
import java.util.Map;

/** The second ledger: what the database holds about the same people, across all tenants. */
public record Kept(
        List<Callback> callbacks,
        List<Friend> friends,
        List<Welcome> welcomes,
        Map<Beat, Integer> beats,
        List<Alert> alerts,
        List<Deed> deeds) {

    /** @param text what names it, see {@link Words#CALLBACK} */
    public record Callback(String corp, String text, boolean done) {}

    /**
     * @param begun how often the customer's timeline says that it began
     * @param arrivals how often the code was credited for it
     */
    public record Friend(String friendship, int begun, int arrivals) {}

    /** @param reason why it was missed; empty without one */
    public record Welcome(String friendship, String state, String reason) {}

    /**
     * @param owner to whom it went first
     * @param holders all whom it ever reached
     * @param notices how often it stands in the owner's list
     */
    public record Alert(String id, String customer, String corp, String owner, List<String> holders, int notices) {}

    /** @param rows things that bear the name, and {@code audits} lines of the trail about them */
    public record Deed(String name, int rows, int audits) {}
}
