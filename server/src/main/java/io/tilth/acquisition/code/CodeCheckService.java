package io.tilth.acquisition.code;

import io.tilth.acquisition.Channels;
import io.tilth.content.Materials;
import io.tilth.customer.CustomerTags;
import io.tilth.customer.Stages;
import io.tilth.directory.Members;
import io.tilth.directory.Standings;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether what a code names exists, and fits together. */
@Service
@Transactional(readOnly = true)
class CodeCheckService {

    private final Channels channels;
    private final Members members;
    private final Standings standings;
    private final CustomerTags tags;
    private final Stages stages;
    private final Materials materials;
    private final Clock clock;

    CodeCheckService(
            Channels channels,
            Members members,
            Standings standings,
            CustomerTags tags,
            Stages stages,
            Materials materials,
            Clock clock) {
        this.channels = channels;
        this.members = members;
        this.standings = standings;
        this.tags = tags;
        this.stages = stages;
        this.materials = materials;
        this.clock = clock;
    }

    void check(ChannelCode code) {
        Refusal.unless(channels.find(code.channel()).isPresent(), "channel-not-found");
        checkPeople(code);
        Refusal.unless(tags.known(code.company(), code.tags()), "channel-code-tag-unknown");
        Refusal.unless(
                code.stage()
                        .filter(stage -> stages.all().stream()
                                .noneMatch(known -> known.id().equals(stage)))
                        .isEmpty(),
                "channel-code-stage-unknown");
        var shared = code.welcome().materials();
        Refusal.unless(materials.findAll(shared).size() == Set.copyOf(shared).size(), "channel-code-material-unknown");
        Refusal.unless(
                code.expiresAt().filter(end -> !end.isAfter(clock.instant())).isEmpty(), "channel-code-over-already");
    }

    private void checkPeople(ChannelCode code) {
        var routing = code.routing();
        var named = new HashSet<>(routing.members());
        named.addAll(routing.spares());
        var found = members.findAll(named);
        Refusal.unless(found.size() == named.size(), "channel-code-member-unknown");
        Refusal.unless(
                found.values().stream().allMatch(member -> member.company().equals(code.company())),
                "channel-code-other-company");
        Refusal.unless(found.values().stream().allMatch(Members.Member::here), "channel-code-member-left");
        Refusal.unless(
                standings.names(routing.departments()).size()
                        == routing.departments().size(),
                "channel-code-department-unknown");
    }
}
