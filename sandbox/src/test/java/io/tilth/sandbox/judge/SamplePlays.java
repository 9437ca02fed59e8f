package io.tilth.sandbox.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For each sample something that makes the sandbox answer, or send, the same. */
final class SamplePlays {
    private final Bench bench;

    SamplePlays(Bench bench) {
        this.bench = bench;
    }

    Map<String, Play> all() {
        var plays = new HashMap<String, Play>();
        areas().forEach(area -> plays.putAll(area.all()));
        plays.putAll(new SampleEvents(bench).all());
        return plays;
    }

    private List<AreaPlays> areas() {
        return List.of(
                new DirectoryPlays(bench),
                new ContactPlays(bench),
                new SendPlays(bench),
                new AcquisitionPlays(bench),
                new TransferPlays(bench),
                new KfPlays(bench),
                new ProviderPlays(bench));
    }
}
