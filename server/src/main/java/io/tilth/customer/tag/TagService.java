package io.tilth.customer.tag;

import static java.util.Objects.requireNonNull;

import io.tilth.customer.FollowId;
import io.tilth.customer.TagId;
import io.tilth.customer.tag.TagRepository.KnownGroup;
import io.tilth.customer.tag.TagRepository.KnownTag;
import io.tilth.kernel.Ids;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomTags.Group;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the corp tags as WeCom has them. */
@Service
@Transactional
class TagService {

    private final TagRepository tags;
    private final Clock clock;

    TagService(TagRepository tags, Clock clock) {
        this.tags = tags;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<ListedTagGroup> all() {
        var groups = new LinkedHashMap<UUID, ListedTagGroup>();
        for (var tag : tags.listed()) {
            groups.computeIfAbsent(
                            tag.group(),
                            id -> new ListedTagGroup(id, tag.company(), tag.groupName(), new ArrayList<>()))
                    .tags()
                    .add(new ListedTagGroup.OfGroup(tag.id(), tag.name(), tag.customers()));
        }
        return List.copyOf(groups.values());
    }

    Map<String, TagId> ofWecom(CompanyId company, Collection<String> wecomIds) {
        var found = new HashMap<>(tags.find(company, wecomIds));
        var missing =
                wecomIds.stream().filter(id -> !found.containsKey(id)).sorted().toList();
        if (!missing.isEmpty()) {
            tags.insertUnknown(company, missing);
            want(company);
            found.putAll(tags.find(company, missing));
        }
        return found;
    }

    @Transactional(readOnly = true)
    public Optional<CompanyId> company(TagId tag) {
        return tags.company(tag);
    }

    @Transactional(readOnly = true)
    public Set<FollowId> carrying(TagId tag, Collection<FollowId> follows) {
        return follows.isEmpty() ? Set.of() : tags.carrying(tag, follows);
    }

    @Transactional(readOnly = true)
    boolean known(CompanyId company, Collection<TagId> wanted) {
        return tags.count(company, wanted) == wanted.size();
    }

    /** Tags were made, changed or removed: all are asked for anew, once however many. */
    void want(CompanyId company) {
        tags.want(company, clock.instant());
    }

    @Transactional(readOnly = true)
    Optional<Integer> wanted(CompanyId company) {
        return tags.wanted(company);
    }

    /** Takes over what WeCom lists, and tells by kind what we had otherwise. */
    Map<String, Integer> settle(CompanyId company, List<Group> told, Optional<Integer> wanted) {
        var differences = new LinkedHashMap<String, Integer>();
        var groups = settleGroups(company, told, differences);
        settleTags(company, told, groups, differences);
        var gone = new ArrayList<>(tags.groups(company).values());
        gone.removeIf(group -> groups.containsKey(group.wecomId()));
        if (!gone.isEmpty()) {
            tags.deleteGroups(gone);
        }
        wanted.ifPresent(news -> tags.done(company, news));
        return differences;
    }

    private Map<String, KnownGroup> settleGroups(
            CompanyId company, List<Group> told, Map<String, Integer> differences) {
        var known = tags.groups(company);
        var now = new LinkedHashMap<String, KnownGroup>();
        for (var group : told) {
            var before = known.get(group.id());
            var id = before == null ? Ids.next() : before.id();
            now.put(group.id(), new KnownGroup(id, group.id(), group.name(), group.order()));
        }
        var changed = now.values().stream()
                .filter(group -> !group.equals(known.get(group.wecomId())))
                .toList();
        if (!changed.isEmpty()) {
            tags.storeGroups(company, changed);
            differences.put("tag-group.changed", changed.size());
        }
        return now;
    }

    private void settleTags(
            CompanyId company, List<Group> told, Map<String, KnownGroup> groups, Map<String, Integer> differences) {
        var known = tags.tags(company);
        var changed = new ArrayList<KnownTag>();
        for (var group : told) {
            var groupId = Optional.of(requireNonNull(groups.get(group.id())).id());
            for (var tag : group.tags()) {
                var before = known.remove(tag.id());
                var id = before == null ? TagId.next() : before.id();
                var now = new KnownTag(id, tag.id(), groupId, tag.name(), tag.order());
                if (!now.equals(before)) {
                    changed.add(now);
                    differences.merge(before == null ? "tag.missing" : "tag.changed", 1, Integer::sum);
                }
            }
        }
        if (!changed.isEmpty()) {
            tags.storeTags(company, changed);
        }
        if (!known.isEmpty()) {
            tags.deleteTags(known.values());
            differences.put("tag.gone", known.size());
        }
    }
}
