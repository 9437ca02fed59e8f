package io.tilth.customer.follow;

import io.tilth.customer.CustomerTags;
import io.tilth.customer.TagId;
import io.tilth.customer.follow.FollowRepository.Tagging;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts corp tags on follows and takes them off, as WeCom has them. Within the caller's transaction. */
@Component
class Tagger {

    private final CustomerTags tags;
    private final FollowRepository follows;
    private final Clock clock;

    Tagger(CustomerTags tags, FollowRepository follows, Clock clock) {
        this.tags = tags;
        this.follows = follows;
        this.clock = clock;
    }

    /** How many follows had other tags; those that are new count for nothing. */
    int settle(CompanyId company, List<Told> told, FollowChanges changes) {
        var wecomIds = told.stream().flatMap(one -> one.tags().stream()).collect(Collectors.toSet());
        Map<String, TagId> ids = wecomIds.isEmpty() ? Map.of() : tags.ofWecom(company, wecomIds);
        var known = told.stream()
                .filter(Told::existed)
                .map(one -> one.follow().id())
                .toList();
        var before =
                known.isEmpty() ? Map.<Object, Set<TagId>>of() : Map.<Object, Set<TagId>>copyOf(follows.tags(known));
        var on = new ArrayList<Tagging>();
        var off = new ArrayList<Tagging>();
        int changed = 0;
        for (var one : told) {
            var follow = one.follow().id();
            Set<TagId> was = before.getOrDefault(follow, Set.of());
            Set<TagId> is = one.tags().stream().map(ids::get).collect(Collectors.toSet());
            if (is.equals(was)) {
                continue;
            }
            without(is, was).forEach(tag -> on.add(new Tagging(follow, tag)));
            without(was, is).forEach(tag -> off.add(new Tagging(follow, tag)));
            if (!one.unasked()) {
                changed++;
                tell(one.follow(), without(is, was), without(was, is), changes);
            }
        }
        if (!on.isEmpty()) {
            follows.putOn(on);
        }
        if (!off.isEmpty()) {
            follows.takeOff(off);
        }
        return changed;
    }

    private void tell(Follow follow, Set<TagId> on, Set<TagId> off, FollowChanges changes) {
        var detail = Map.of("on", texts(on), "off", texts(off));
        changes.happened(clock.instant(), "follow.tagged", follow, detail);
    }

    private static List<String> texts(Set<TagId> tags) {
        return tags.stream().map(tag -> tag.value().toString()).sorted().toList();
    }

    private static Set<TagId> without(Set<TagId> these, Set<TagId> others) {
        var left = new HashSet<>(these);
        left.removeAll(others);
        return left;
    }

    /**
     * @param existed whether we had the follow before
     * @param unasked whether WeCom was never asked about it before
     */
    record Told(Follow follow, boolean existed, boolean unasked, Set<String> tags) {}
}
