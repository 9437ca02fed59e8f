package io.tilth.drill.load;

import io.tilth.drill.check.Told;
import io.tilth.drill.check.Told.Beat;
import io.tilth.drill.check.Told.Deed;
import io.tilth.drill.check.Told.Scan;
import io.tilth.drill.check.Told.View;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What people did and what they were promised, written down while it happens. */
public final class Ledger {

    private final Queue<Scan> scans = new ConcurrentLinkedQueue<>();
    private final Set<Beat> beats = ConcurrentHashMap.newKeySet();
    private final Set<Beat> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<View> views = new ConcurrentLinkedQueue<>();
    private final Map<String, Boolean> deeds = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    void scanned(Scan scan) {
        scans.add(scan);
    }

    void opened(View view) {
        views.add(view);
    }

    /** Written before it is said: what is stored although nobody heard so must not look invented. */
    void says(List<Beat> some) {
        beats.addAll(some);
    }

    void heard(List<Beat> some) {
        acknowledged.addAll(some);
    }

    void tries(String deed) {
        deeds.putIfAbsent(deed, false);
    }

    void did(String deed) {
        deeds.put(deed, true);
    }

    /** An answer that nobody should ever get, whatever is broken. */
    void surprise(String what) {
        surprises.add(what);
    }

    public int acknowledged() {
        return acknowledged.size();
    }

    public Told told() {
        return new Told(
                List.copyOf(scans),
                new HashSet<>(beats),
                new HashSet<>(acknowledged),
                List.copyOf(views),
                new TreeMap<>(deeds)
                        .entrySet().stream()
                                .map(deed -> new Deed(deed.getKey(), deed.getValue()))
                                .toList(),
                List.copyOf(surprises));
    }
}
