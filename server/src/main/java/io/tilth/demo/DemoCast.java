package io.tilth.demo;

import io.tilth.content.MaterialId;
import io.tilth.demo.DemoStage.Pair;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who takes part in the month.
 *
 * @param newcomers in the order in which they came
 * @param old customers of longer ago
 * @param materials what is sent
 */
record DemoCast(List<Friend> newcomers, List<Friend> old, List<Reading> materials) {

    /**
     * @param met when they came; empty for longer ago
     * @param channel by which
     * @param diligence of the member, from 0 to 1
     */
    record Friend(Pair pair, String name, Optional<Instant> met, String channel, double diligence) {

        MemberId member() {
            return pair.member();
        }
    }

    /** @param pages of a document; 0 for what is not one */
    record Reading(String title, MaterialId id, boolean priced, int pages) {}

    /** The one whose title holds these words. */
    Reading material(String words) {
        return materials.stream()
                .filter(one -> one.title().contains(words))
                .findFirst()
                .orElse(materials.getFirst());
    }

    List<Reading> free() {
        return materials.stream().filter(one -> !one.priced()).toList();
    }

    /** Of the story: who came at that moment under that name. */
    Optional<Friend> find(String name, Instant met) {
        return newcomers.stream()
                .filter(one -> one.name().equals(name) && one.met().equals(Optional.of(met)))
                .findFirst();
    }
}
