package io.tilth.demo;

import io.tilth.content.MaterialId;
import io.tilth.demo.DemoCast.Friend;
import io.tilth.demo.DemoStage.Pair;
import io.tilth.tracking.Past.Look;
import io.tilth.tracking.Shares.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Everything that happens, in the order in which it does. */
class DemoPlot {

    private final List<Scene> scenes = new ArrayList<>();

    /** @param share that is sent in it */
    record Scene(Instant at, Optional<String> share, Consumer<DemoStage> act) {}

    void at(Instant at, Consumer<DemoStage> act) {
        scenes.add(new Scene(at, Optional.empty(), act));
    }

    void send(String share, Pair pair, MaterialId material, Way way, Instant at) {
        scenes.add(new Scene(at, Optional.of(share), stage -> stage.send(share, pair, material, way, at)));
    }

    void read(String share, Friend reader, Look look) {
        var customer = reader.pair().customer();
        at(look.at(), stage -> stage.read(share, "customer:" + customer.value(), Optional.of(customer), "", look));
    }

    /** @param from the device of whoever handed it on; empty when nobody did */
    void stranger(String share, String device, String from, Look look) {
        at(look.at(), stage -> stage.read(share, device, Optional.empty(), from, look));
    }

    /** What has not happened yet is left out. */
    Map<LocalDate, List<Scene>> days(Instant now) {
        return scenes.stream()
                .filter(scene -> scene.at().isBefore(now))
                .sorted(Comparator.comparing(Scene::at))
                .collect(Collectors.groupingBy(
                        scene -> scene.at().atZone(DemoRhythm.ZONE).toLocalDate(), TreeMap::new, Collectors.toList()));
    }
}
