package io.tilth.wecom;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What syncs of companies found. */
public interface Syncs {

    /** Whether the company's first sync is done: everybody who is there is known. */
    boolean isKnown(CompanyId company);

    /** What the last finished comparison after the first sync repaired. */
    Optional<Drift> lastDrift(CompanyId company);

    /** @param differences what we had otherwise than WeCom, counted by kind such as {@code follow.gone} */
    record Drift(Instant at, Map<String, Integer> differences) {}
}
