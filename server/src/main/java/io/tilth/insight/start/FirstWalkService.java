package io.tilth.insight.start;

import io.tilth.acquisition.Arrivals;
import io.tilth.acquisition.ChannelCodes;
import io.tilth.content.Materials;
import io.tilth.insight.Stories;
import io.tilth.insight.start.FirstWalk.Mark;
import io.tilth.insight.start.FirstWalk.WalkStep;
import io.tilth.insight.start.FirstWalk.WalkStory;
import io.tilth.tracking.Beginnings;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Syncs;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks each module whether it has begun; nothing is ticked by hand. */
@Service
@Transactional(readOnly = true)
class FirstWalkService {

    private static final int ALL = 100;

    private final Companies companies;
    private final Syncs syncs;
    private final ChannelCodes codes;
    private final Arrivals arrivals;
    private final Materials materials;
    private final Beginnings beginnings;
    private final ObjectProvider<Stories> stories;

    FirstWalkService(
            Companies companies,
            Syncs syncs,
            ChannelCodes codes,
            Arrivals arrivals,
            Materials materials,
            Beginnings beginnings,
            ObjectProvider<Stories> stories) {
        this.companies = companies;
        this.syncs = syncs;
        this.codes = codes;
        this.arrivals = arrivals;
        this.materials = materials;
        this.beginnings = beginnings;
        this.stories = stories;
    }

    FirstWalk now() {
        var steps = Stream.of(Mark.values())
                .map(mark -> new WalkStep(mark, isReached(mark)))
                .toList();
        return new FirstWalk(
                steps,
                told(),
                stories.stream().mapToInt(Stories::percent).findFirst().orElse(ALL));
    }

    private boolean isReached(Mark mark) {
        return switch (mark) {
            case CONNECTED -> !companies.connected().isEmpty();
            case SYNCED -> companies.connected().stream().anyMatch(company -> syncs.isKnown(company.id()));
            case CODE -> codes.any();
            case CUSTOMER -> arrivals.any();
            case MATERIAL -> !materials.published(1).isEmpty();
            case SHARE -> beginnings.sent();
            case READ -> beginnings.read();
        };
    }

    private List<WalkStory> told() {
        return stories.stream()
                .flatMap(door -> door.told().stream())
                .map(story -> new WalkStory(story.kind(), story.customer(), story.name()))
                .toList();
    }
}
