package io.tilth.customer.follow;

import static java.util.Objects.requireNonNull;

import io.tilth.customer.FollowEnded;
import io.tilth.customer.FollowEnded.Reason;
import io.tilth.customer.SearchTexts;
import io.tilth.customer.Timeline;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomCustomers;
import io.tilth.wecom.WecomCustomers.Contact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles what we have with what WeCom answered. */
@Service
@Transactional
class CustomerProfileService {

    private final Members members;
    private final Acquaintances acquaintances;
    private final FollowRepository follows;
    private final CustomerPersonRepository persons;
    private final WantedRepository wanted;
    private final Tagger tagger;
    private final Timeline timeline;
    private final SearchTexts texts;
    private final OpenPages pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerProfileService(
            Members members,
            Acquaintances acquaintances,
            FollowRepository follows,
            CustomerPersonRepository persons,
            WantedRepository wanted,
            Tagger tagger,
            Timeline timeline,
            SearchTexts texts,
            OpenPages pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.acquaintances = acquaintances;
        this.follows = follows;
        this.persons = persons;
        this.wanted = wanted;
        this.tagger = tagger;
        this.timeline = timeline;
        this.texts = texts;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes over what WeCom answered, and tells by kind what we had otherwise. An answer that news have overtaken is
     * left alone; WeCom is asked again.
     *
     * @param asked when we asked
     */
    Map<String, Integer> settle(CompanyId company, List<Seen> answers, Instant asked) {
        var identities = identities(company, answers);
        var overtaken = answers.stream()
                .filter(seen -> isOvertaken(seen, requireNonNull(identities.get(seen.externalUserId())), asked))
                .collect(Collectors.toSet());
        var fresh = answers.stream().filter(seen -> !overtaken.contains(seen)).toList();
        var differences = new LinkedHashMap<String, Integer>();
        int introduced = introduce(fresh, identities);
        if (introduced > 0) {
            differences.put("customer.changed", introduced);
        }
        // Whom introducing joined into another person has a new owner by now.
        var settled = introduced > 0 ? identities(company, answers) : identities;
        var changes = new FollowChanges(follows.of(settled.values()));
        list(company, fresh, settled, changes, asked, differences);
        tell(company, changes);
        if (introduced > 0 || !changes.changed().isEmpty()) {
            texts.refresh(fresh.stream()
                    .map(seen ->
                            requireNonNull(settled.get(seen.externalUserId())).customer())
                    .distinct()
                    .toList());
        }
        if (introduced > 0) {
            pages.introduce(company, fresh, settled);
        }
        wanted.done(fresh.stream()
                .filter(seen -> seen.news().isPresent())
                .map(seen -> requireNonNull(settled.get(seen.externalUserId())).id())
                .toList());
        if (!overtaken.isEmpty()) {
            wanted.want(
                    company,
                    overtaken.stream()
                            .map(seen -> requireNonNull(settled.get(seen.externalUserId())))
                            .toList(),
                    asked);
        }
        return differences;
    }

    /**
     * Ends what WeCom no longer lists for these members.
     *
     * @param listed the external user ids of each member's customers
     */
    Map<String, Integer> endMissing(CompanyId company, Map<String, Set<String>> listed, Instant asked) {
        var users = members.ofUsers(company, listed.keySet());
        var byMember = new HashMap<MemberId, Set<String>>();
        listed.forEach((user, externals) -> byMember.put(users.get(user), externals));
        var missing = follows.active(company, byMember.keySet()).stream()
                .filter(active ->
                        !byMember.getOrDefault(active.member(), Set.of()).contains(active.externalUserId()))
                .map(FollowRepository.Active::externalUserId)
                .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return Map.of();
        }
        var identities = acquaintances.hold(company, missing);
        var changes = new FollowChanges(follows.of(identities.values()));
        for (var identity : identities.values()) {
            changes.of(identity).stream()
                    .filter(follow -> identity.touchedAt().isBefore(asked))
                    .filter(follow -> byMember.containsKey(follow.member())
                            && !byMember.get(follow.member()).contains(identity.externalUserId()))
                    .forEach(follow -> unlist(follow, asked, changes));
        }
        follows.store(changes.changed());
        tell(company, changes);
        return changes.changed().isEmpty()
                ? Map.of()
                : Map.of("follow.gone", changes.changed().size());
    }

    private Map<String, Identity> identities(CompanyId company, List<Seen> answers) {
        var contacts = new HashMap<String, Contact>();
        answers.forEach(seen -> seen.contact().ifPresent(contact -> contacts.put(seen.externalUserId(), contact)));
        var known = acquaintances.hold(company, contacts);
        var without = answers.stream()
                .map(Seen::externalUserId)
                .filter(external -> !contacts.containsKey(external))
                .collect(Collectors.toSet());
        if (!without.isEmpty()) {
            known.putAll(acquaintances.hold(company, without));
        }
        return known;
    }

    private static boolean isOvertaken(Seen seen, Identity identity, Instant asked) {
        return seen.news()
                .map(news -> identity.news() != news)
                .orElseGet(() -> !identity.touchedAt().isBefore(asked));
    }

    private int introduce(List<Seen> fresh, Map<String, Identity> identities) {
        var contacts = new HashMap<Identity, Contact>();
        fresh.forEach(seen -> seen.contact()
                .ifPresent(contact -> contacts.put(requireNonNull(identities.get(seen.externalUserId())), contact)));
        return contacts.isEmpty() ? 0 : acquaintances.introduce(contacts);
    }

    private void list(
            CompanyId company,
            List<Seen> fresh,
            Map<String, Identity> identities,
            FollowChanges changes,
            Instant asked,
            Map<String, Integer> differences) {
        var users = members.ofUsers(company, users(fresh));
        var tags = new ArrayList<Tagger.Told>();
        for (var seen : fresh) {
            var identity = requireNonNull(identities.get(seen.externalUserId()));
            for (var told : seen.follows()) {
                var member = requireNonNull(users.get(told.userId()));
                var before = changes.find(identity, member);
                var from = before.orElseGet(() -> changes.of(identity, member));
                var now = from.listed(Notes.of(told), told.createdAt());
                changes.put(from, now);
                boolean unasked = from.notes().equals(Notes.NONE); // what was noted before we ever asked is no news
                tags.add(new Tagger.Told(now, before.isPresent(), unasked, Set.copyOf(told.tags())));
                if (!now.equals(from)) {
                    differences.merge(before.isEmpty() ? "follow.missing" : "follow.changed", 1, Integer::sum);
                }
                if (!unasked) {
                    noteRemark(from, now, changes);
                }
            }
            if (seen.news().isPresent()) {
                endOthers(seen, identity, users, changes, asked, differences);
            }
        }
        if (!changes.changed().isEmpty()) {
            follows.store(changes.changed());
        }
        int tagged = tagger.settle(company, tags, changes);
        if (tagged > 0) {
            differences.put("tag.changed", tagged);
        }
    }

    private void noteRemark(Follow before, Follow now, FollowChanges changes) {
        if (!before.notes().remark().equals(now.notes().remark())
                || !before.notes().description().equals(now.notes().description())) {
            changes.happened(clock.instant(), "follow.remarked", now, Map.of());
        }
    }

    private static void endOthers(
            Seen seen,
            Identity identity,
            Map<String, MemberId> users,
            FollowChanges changes,
            Instant asked,
            Map<String, Integer> differences) {
        var listed =
                seen.follows().stream().map(told -> users.get(told.userId())).collect(Collectors.toSet());
        changes.of(identity).stream()
                .filter(follow -> follow.isActive() && !listed.contains(follow.member()))
                .forEach(follow -> {
                    unlist(follow, asked, changes);
                    differences.merge("follow.gone", 1, Integer::sum);
                });
    }

    private static void unlist(Follow follow, Instant asked, FollowChanges changes) {
        if (!follow.isActive()) {
            return;
        }
        changes.put(follow, follow.unlisted(asked));
        changes.happened(asked, "follow.ended", follow, Map.of("reason", Reason.NOT_TOLD.name()));
        changes.say(new FollowEnded(follow.customer(), follow.id(), follow.member(), Reason.NOT_TOLD, asked));
    }

    private void tell(CompanyId company, FollowChanges changes) {
        if (!changes.moved().isEmpty()) {
            persons.refresh(company, changes.moved());
        }
        if (!changes.entries().isEmpty()) {
            timeline.add(changes.entries());
        }
        changes.events().forEach(events::publishEvent);
    }

    private static Collection<String> users(List<Seen> fresh) {
        return fresh.stream()
                .flatMap(seen -> seen.follows().stream())
                .map(WecomCustomers.Follow::userId)
                .distinct()
                .toList();
    }
}
