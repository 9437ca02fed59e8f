package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeSpec;
import io.tilth.acquisition.CodeStanding;
import io.tilth.acquisition.PlannedCodes.Planned;
import io.tilth.acquisition.plan.Line.Fate;
import io.tilth.directory.ShopId;
import io.tilth.directory.Shops.Branch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a plan wants with the codes there are, shop by shop. */
class Layout {

    private final Drawing drawing;
    private final Map<ShopId, Sown> sown;
    private final Map<ChannelCodeId, Planned> codes;
    private final Ticks ticks;

    Layout(Drawing drawing, List<Sown> sown, Map<ChannelCodeId, Planned> codes, Ticks ticks) {
        this.drawing = drawing;
        this.sown = sown.stream().collect(Collectors.toMap(Sown::shop, Function.identity()));
        this.codes = codes;
        this.ticks = ticks;
    }

    /** Those that are wanted in the order of the shops, then those that no longer are. */
    List<Line> lines(List<Branch> shops) {
        var wanted = shops.stream().filter(drawing.template()::wants).toList();
        var kept = wanted.stream().map(Branch::id).collect(Collectors.toSet());
        var known = shops.stream().collect(Collectors.toMap(Branch::id, Function.identity()));
        var gone = sown.values().stream()
                .filter(one -> !kept.contains(one.shop()) && !one.dropped() && !isRetired(one.code()))
                .map(one -> gone(one, Optional.ofNullable(known.get(one.shop()))));
        return Stream.concat(wanted.stream().map(this::line), gone).toList();
    }

    private Line line(Branch shop) {
        var before = Optional.ofNullable(sown.get(shop.id()));
        return drawing.obstacle(shop)
                .map(why -> new Line(
                        Optional.of(shop), before, why, Optional.empty(), Optional.empty(), Set.of(), Set.of()))
                .orElseGet(() -> line(shop, before, drawing.spec(shop)));
    }

    private Line line(Branch shop, Optional<Sown> before, CodeSpec wanted) {
        var code = before.map(Sown::code).map(codes::get);
        if (before.isEmpty() || code.isEmpty()) {
            var made = new Sown(shop.id(), ChannelCodeId.next(), wanted, false);
            return new Line(
                    Optional.of(shop),
                    Optional.of(made),
                    Fate.MAKE,
                    Optional.empty(),
                    Optional.of(wanted),
                    Set.of(),
                    Set.of());
        }
        return line(shop, before.get(), code.get().spec(), wanted);
    }

    private Line line(Branch shop, Sown before, CodeSpec now, CodeSpec wanted) {
        boolean retired = isRetired(before.code());
        boolean overwrite = ticks.overwrite().contains(before.code());
        var edited = Part.differing(now, before.spec());
        edited.retainAll(Part.differing(now, wanted)); // edited to what the plan wants as well
        var after = overwrite || before.dropped() ? wanted : Part.merge(wanted, now, edited);
        var changed = Part.differing(now, after);
        var fate = retired
                ? before.dropped() || overwrite ? Fate.REVIVE : Fate.STOPPED
                : changed.isEmpty() ? Fate.ALIKE : Fate.CHANGE;
        return new Line(
                Optional.of(shop),
                Optional.of(before.wanting(wanted).dropped(false)),
                fate,
                Optional.of(now),
                Optional.of(fate == Fate.STOPPED ? now : after),
                fate == Fate.STOPPED ? Set.of() : changed,
                before.dropped() ? Set.of() : edited);
    }

    private Line gone(Sown one, Optional<Branch> shop) {
        var now = Optional.ofNullable(codes.get(one.code())).map(Planned::spec);
        var fate = ticks.retireGone() ? Fate.RETIRE : Fate.GONE;
        return new Line(shop, Optional.of(one.dropped(ticks.retireGone())), fate, now, now, Set.of(), Set.of());
    }

    private boolean isRetired(ChannelCodeId code) {
        return Optional.ofNullable(codes.get(code))
                .filter(one -> one.standing() == CodeStanding.RETIRED)
                .isPresent();
    }

    /**
     * What people choose at a preview.
     *
     * @param overwrite codes whose own edits go
     * @param retireGone whether codes of shops that are no longer wanted are retired
     */
    record Ticks(Set<ChannelCodeId> overwrite, boolean retireGone) {

        static final Ticks NONE = new Ticks(Set.of(), false);
    }
}
