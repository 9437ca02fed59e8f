package io.tilth.demo;

import io.tilth.content.MaterialId;
import io.tilth.demo.DemoCast.Friend;
import io.tilth.tracking.Past.Look;
import io.tilth.tracking.Shares.Way;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Readers whom nobody knows: they found a poster or a copied link. Some scan a code later and turn out to be customers. */
class DemoStrangers {

    private static final int READERS_OF_A_LINK = 4;

    private final DemoCast cast;
    private final DemoRhythm rhythm;
    private final DemoPlot plot;
    private final SplittableRandom random;
    private int number;

    DemoStrangers(DemoCast cast, DemoRhythm rhythm, DemoPlot plot, SplittableRandom random) {
        this.cast = cast;
        this.rhythm = rhythm;
        this.plot = plot;
        this.random = random;
    }

    /** @param posters who hang something up where anybody finds it */
    void read(List<Friend> posters, int count) {
        for (int link = 0; link * READERS_OF_A_LINK < count; link++) {
            var friend = posters.get(link % posters.size());
            var sent = rhythm.awake(rhythm.within(29, 2));
            var share = "open/%03d".formatted(link);
            plot.send(share, friend.pair(), material(), Way.OPEN, sent);
            for (int reader = link * READERS_OF_A_LINK;
                    reader < Math.min(count, (link + 1) * READERS_OF_A_LINK);
                    reader++) {
                var at = rhythm.between(sent.plusSeconds(600), rhythm.now().minusSeconds(1_200));
                int seconds = random.nextInt(6, 140);
                var look = new Look(at, seconds, Math.min(100, 20 + seconds), List.of(), Set.of());
                plot.stranger(share, "stranger:" + reader, "", look);
            }
        }
    }

    /** They had read before they came. */
    void becomeKnown(List<Friend> newcomers) {
        for (var friend : newcomers) {
            var met = friend.met().orElseThrow();
            var share = "found/%03d".formatted(++number);
            var device = "found:" + number;
            var sent = rhythm.awake(met.minus(Duration.ofHours(70)));
            plot.send(share, friend.pair(), material(), Way.OPEN, sent);
            var at = rhythm.between(sent.plusSeconds(600), met.minusSeconds(600));
            var look = new Look(at, random.nextInt(20, 150), 80, List.of(), Set.of());
            plot.stranger(share, device, "", look);
            var known = met.plusSeconds(900);
            plot.at(known, stage -> stage.know(device, friend.pair().customer()));
        }
    }

    private MaterialId material() {
        return cast.free().get(random.nextInt(cast.free().size())).id();
    }
}
