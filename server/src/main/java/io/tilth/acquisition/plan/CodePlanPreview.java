package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.plan.Line.Fate;
import io.tilth.acquisition.plan.PlanningService.Outline;
import io.tilth.directory.Shops.Branch;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What applying the plan would do, before anything happens.
 *
 * @param version of the plan that this is about
 * @param mark goes back with the order to apply, so that nothing else is done than was seen
 * @param alike codes that are as wanted
 * @param newChannels cities that get a channel of their own
 * @param changes how many codes change in which part
 * @param examples a few of those that are made or changed
 * @param edited codes that were edited by hand; they keep that unless ticked
 * @param blocked shops for which there can be no code
 * @param gone codes of shops that the plan does not want any more; they stay unless that is ticked
 */
record CodePlanPreview(
        int version,
        String mark,
        long made,
        long changed,
        long revived,
        long alike,
        List<String> newChannels,
        List<ChangedPart> changes,
        List<PreviewedShop> examples,
        List<PreviewedShop> edited,
        List<PreviewedShop> blocked,
        List<PreviewedShop> gone) {

    private static final int EXAMPLES = 5;
    private static final int MOST = 500;

    static CodePlanPreview of(Plan plan, Outline outline) {
        return new CodePlanPreview(
                plan.version(),
                outline.mark(),
                outline.count(Fate.MAKE),
                outline.count(Fate.CHANGE),
                outline.count(Fate.REVIVE),
                outline.count(Fate.ALIKE),
                outline.newChannels(),
                Stream.of(Part.values())
                        .map(part -> new ChangedPart(part, count(outline.lines(), part)))
                        .filter(one -> one.codes() > 0)
                        .toList(),
                some(outline, line -> line.fate().moves(), EXAMPLES),
                some(outline, Line::edited, MOST),
                some(outline, line -> line.fate().blocked(), MOST),
                some(outline, line -> line.fate() == Fate.GONE, MOST));
    }

    private static long count(Collection<Line> lines, Part part) {
        return lines.stream().filter(line -> line.changed().contains(part)).count();
    }

    private static List<PreviewedShop> some(Outline outline, Predicate<Line> which, int most) {
        return outline.lines().stream()
                .filter(which)
                .limit(most)
                .map(PreviewedShop::of)
                .toList();
    }

    record ChangedPart(Part part, long codes) {}

    /**
     * @param shop empty where it is closed
     * @param name of the code as it will be
     */
    record PreviewedShop(
            @Nullable ChannelCodeId codeId,
            String shop,
            String city,
            String name,
            Fate fate,
            int guides,
            Set<Part> changed,
            Set<Part> own) {

        static PreviewedShop of(Line line) {
            return new PreviewedShop(
                    line.before().flatMap(now -> line.sown().map(Sown::code)).orElse(null),
                    line.shop().map(Branch::name).orElse(""),
                    line.shop().map(Branch::city).orElse(""),
                    line.after().map(spec -> spec.name()).orElse(""),
                    line.fate(),
                    line.shop().map(Branch::guides).orElse(0),
                    line.changed(),
                    line.own());
        }
    }
}
