package io.tilth.acquisition.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.Channels;
import io.tilth.acquisition.Channels.Channel;
import io.tilth.acquisition.CodeSpec;
import io.tilth.acquisition.PlannedCodes;
import io.tilth.acquisition.plan.Layout.Ticks;
import io.tilth.acquisition.plan.Line.Fate;
import io.tilth.directory.Shops;
import io.tilth.directory.Shops.Branch;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out what a plan would do; nothing is done yet. */
@Service
@Transactional(readOnly = true)
class PlanningService {

    private final PlanRepository plans;
    private final PlannedCodes codes;
    private final Channels channels;
    private final Shops shops;

    PlanningService(PlanRepository plans, PlannedCodes codes, Channels channels, Shops shops) {
        this.plans = plans;
        this.codes = codes;
        this.channels = channels;
        this.shops = shops;
    }

    /** A channel that a city lacks is made up: it comes with the first application. */
    Outline outline(Plan plan, Ticks ticks) {
        var all = shops.all(plan.company());
        var missing = missingCities(plan.template(), all);
        var madeUp = missing.stream().collect(Collectors.toMap(Function.identity(), city -> ChannelId.next()));
        return outline(plan, all, ticks, madeUp);
    }

    /** One of the codes, hung under the plan's own channel; all come from one template. */
    Optional<CodeSpec> example(Plan plan) {
        var drawing = new Drawing(plan.template(), city -> plan.template().channelId());
        return shops.all(plan.company()).stream()
                .filter(plan.template()::wants)
                .filter(shop -> drawing.obstacle(shop).isEmpty())
                .findFirst()
                .map(drawing::spec);
    }

    /** @param more channels of cities that had none */
    Outline outline(Plan plan, List<Branch> all, Ticks ticks, Map<String, ChannelId> more) {
        var sown = plans.sown(plan.id());
        var now = codes.find(sown.stream().map(Sown::code).toList());
        var drawing = new Drawing(plan.template(), places(plan.template(), more));
        var lines = new Layout(drawing, sown, now, ticks).lines(all);
        return new Outline(lines, sown, List.copyOf(more.keySet()));
    }

    /** The cities of wanted shops that have no channel yet. */
    TreeSet<String> missingCities(PlanTemplate template, List<Branch> all) {
        var known = below(template);
        return !template.byCity()
                ? new TreeSet<>()
                : all.stream()
                        .filter(template::wants)
                        .map(Branch::city)
                        .filter(city -> !city.isEmpty() && !known.containsKey(city))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Function<String, ChannelId> places(PlanTemplate template, Map<String, ChannelId> more) {
        var known = below(template);
        return city -> Optional.ofNullable(known.get(city))
                .or(() -> Optional.ofNullable(more.get(city)))
                .filter(found -> template.byCity())
                .orElse(template.channelId());
    }

    private Map<String, ChannelId> below(PlanTemplate template) {
        var above = Optional.of(template.channelId());
        return channels.all().stream()
                .filter(one -> one.parent().equals(above))
                .collect(Collectors.toMap(Channel::name, Channel::id, (one, other) -> one));
    }

    /**
     * @param sown the plan's codes as they were wanted so far
     * @param newChannels cities that get a channel
     */
    record Outline(List<Line> lines, List<Sown> sown, List<String> newChannels) {

        long count(Fate fate) {
            return lines.stream().filter(line -> line.fate() == fate).count();
        }

        boolean moves() {
            return lines.stream().anyMatch(line -> line.fate().moves());
        }

        /** The same as long as the same would be done. */
        String mark() {
            var text = lines.stream()
                    .map(line -> line.sown().map(Sown::shop) + " " + line.fate() + line.changed() + line.own())
                    .collect(Collectors.joining("\n"));
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
                return HexFormat.of().formatHex(digest, 0, 8);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
