package io.tilth.customer.inheritance;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.Follows;
import io.tilth.customer.GroupChats;
import io.tilth.customer.inheritance.ItemRepository.Count;
import io.tilth.directory.MemberCustomers;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.Standings;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.wecom.WecomTransfers.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers do with hand-overs. */
@Service
@Transactional
class InheritanceService {

    private final InheritanceRepository inheritances;
    private final ItemRepository items;
    private final InheritanceQueue queue;
    private final Follows follows;
    private final Customers customers;
    private final MemberCustomers followed;
    private final GroupChats groups;
    private final Members members;
    private final VisibleMembers visible;
    private final Standings standings;
    private final Audit audit;
    private final Clock clock;

    InheritanceService(
            InheritanceRepository inheritances,
            ItemRepository items,
            InheritanceQueue queue,
            Follows follows,
            Customers customers,
            MemberCustomers followed,
            GroupChats groups,
            Members members,
            VisibleMembers visible,
            Standings standings,
            Audit audit,
            Clock clock) {
        this.inheritances = inheritances;
        this.items = items;
        this.queue = queue;
        this.follows = follows;
        this.customers = customers;
        this.followed = followed;
        this.groups = groups;
        this.members = members;
        this.visible = visible;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    public ListedInheritance start(Wanted wanted) {
        var from = visible(wanted.from());
        var to = heir(from, wanted.to());
        if (from.here() != (wanted.kind() == Kind.ON_JOB)) {
            throw Refusal.conflict(from.here() ? "inheritance-still-here" : "inheritance-has-left");
        }
        var inheritance = inheritance(wanted.kind(), from, to, wanted.message());
        var underWay = items.underWay(from.id());
        var all = Stream.concat(
                        customers(inheritance, wanted.customers()).stream(),
                        wanted.groups() ? groups(inheritance).stream() : Stream.empty())
                .filter(item -> !underWay.contains(item.wecomId()))
                .toList();
        return begin(inheritance, from, to, all);
    }

    /** Gives what did not go to one heir to another. */
    public ListedInheritance reassign(UUID id, Set<UUID> wanted, MemberId heir) {
        var before = visible(id);
        var from = members.find(before.from()).orElseThrow();
        var to = heir(from, heir);
        var chosen = items.findAndLock(id, wanted);
        Refusal.unless(
                chosen.size() == wanted.size()
                        && chosen.stream().allMatch(item -> item.state().isOpenToOthers())
                        && chosen.stream().noneMatch(item -> item.reason().equals(Optional.of("reassigned"))),
                "inheritance-item-settled");
        var inheritance = inheritance(from.here() ? Kind.ON_JOB : Kind.RESIGNED, from, to, before.message());
        var anew = chosen.stream()
                .map(item -> item(inheritance, item.customer(), item.group(), item.wecomId(), item.name()))
                .toList();
        items.reassigned(chosen);
        return begin(inheritance, from, to, anew);
    }

    @Transactional(readOnly = true)
    public List<ListedInheritance> newest() {
        return listed(inheritances.newest(visible.ofCaller()));
    }

    @Transactional(readOnly = true)
    public ListedInheritance open(UUID id) {
        return listed(List.of(visible(id))).getFirst();
    }

    @Transactional(readOnly = true)
    public Page<ShownItem> items(UUID id, Item.@Nullable State state, Paging paging) {
        var rows = items.page(visible(id).id(), state, paging.afterId(), paging.rows());
        var names = customers.names(
                rows.stream().flatMap(item -> item.customer().stream()).toList());
        return Page.of(rows, paging, item -> item.id().toString())
                .map(item -> new ShownItem(
                        item, item.customer().map(customer -> names.getOrDefault(customer, item.name()))));
    }

    /** Who has left with customers or groups still in their hands, the one with most first. */
    @Transactional(readOnly = true)
    public List<Orphaned> unassigned() {
        var left = new HashMap<>(standings.left());
        visible.ofCaller().ifPresent(left.keySet()::retainAll);
        var counts = followed.count(left.keySet());
        var owned = groups.orphaned();
        return members.findAll(left.keySet()).values().stream()
                .map(member -> new Orphaned(
                        member,
                        left.getOrDefault(member.id(), Instant.EPOCH),
                        counts.getOrDefault(member.id(), 0),
                        owned.getOrDefault(member.id(), 0)))
                .filter(one -> one.customers() + one.groups() > 0)
                .sorted(Comparator.comparing(Orphaned::customers).reversed())
                .toList();
    }

    private ListedInheritance begin(Inheritance inheritance, Member from, Member to, List<Item> all) {
        Refusal.unless(!all.isEmpty(), "inheritance-nothing");
        inheritances.insert(inheritance, Caller.current().id());
        items.insert(all);
        queue.add(inheritance.id());
        long people = all.stream().filter(item -> item.customer().isPresent()).count();
        audit.note(
                "inheritance.started",
                Subject.of("inheritance", inheritance.id(), from.name()),
                Map.of("to", to.name(), "customers", people, "groups", all.size() - people));
        return listed(List.of(inheritance)).getFirst();
    }

    private List<Item> customers(Inheritance inheritance, Optional<Set<CustomerId>> chosen) {
        var all = follows.of(inheritance.from());
        chosen.ifPresent(wanted -> Refusal.unless(
                all.stream()
                        .map(Follows.Followed::customer)
                        .collect(Collectors.toSet())
                        .containsAll(wanted),
                "inheritance-customer-not-theirs"));
        return all.stream()
                .filter(follow -> chosen.isEmpty() || chosen.get().contains(follow.customer()))
                .map(follow -> item(
                        inheritance, Optional.of(follow.customer()), Optional.empty(), follow.externalUserId(), ""))
                .toList();
    }

    private List<Item> groups(Inheritance inheritance) {
        return groups.ownedBy(inheritance.from()).stream()
                .map(chat -> item(inheritance, Optional.empty(), Optional.of(chat.id()), chat.chatId(), chat.name()))
                .toList();
    }

    private Inheritance inheritance(Kind kind, Member from, Member to, String message) {
        return new Inheritance(
                Ids.next(),
                from.company(),
                kind,
                from.id(),
                to.id(),
                Inheritance.State.STARTING,
                message,
                clock.instant(),
                Optional.empty(),
                0);
    }

    private Item item(
            Inheritance inheritance, Optional<CustomerId> customer, Optional<UUID> group, String wecomId, String name) {
        return new Item(
                Ids.next(),
                inheritance.id(),
                customer,
                group,
                wecomId,
                name,
                Item.State.QUEUED,
                Optional.empty(),
                clock.instant(),
                Optional.empty());
    }

    private Member heir(Member from, MemberId id) {
        var to = visible(id);
        Refusal.unless(!to.id().equals(from.id()), "inheritance-to-oneself");
        Refusal.unless(to.company().equals(from.company()), "inheritance-other-company");
        Refusal.unless(to.here(), "inheritance-heir-left");
        return to;
    }

    private Member visible(MemberId id) {
        var seen = visible.ofCaller();
        return members.find(id)
                .filter(member -> seen.isEmpty() || seen.get().contains(id))
                .orElseThrow(() -> Refusal.notFound("inheritance-member-not-found"));
    }

    private Inheritance visible(UUID id) {
        var seen = visible.ofCaller();
        return inheritances
                .find(id)
                .filter(one -> seen.isEmpty() || seen.get().contains(one.from()))
                .orElseThrow(() -> Refusal.notFound("inheritance-not-found"));
    }

    private List<ListedInheritance> listed(List<Inheritance> all) {
        var people = new HashSet<MemberId>();
        all.forEach(one -> people.addAll(List.of(one.from(), one.to())));
        var names = members.findAll(people);
        var counts = new HashMap<UUID, List<Count>>();
        items.counts(all.stream().map(Inheritance::id).toList())
                .forEach(count -> counts.computeIfAbsent(count.inheritance(), id -> new ArrayList<>())
                        .add(count));
        return all.stream()
                .map(one -> ListedInheritance.of(one, names, counts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** @param customers empty for all that the member has */
    record Wanted(
            Kind kind,
            MemberId from,
            MemberId to,
            Optional<Set<CustomerId>> customers,
            boolean groups,
            String message) {}

    /** @param customer what the customer is called; empty for a group */
    record ShownItem(Item item, Optional<String> customer) {}

    record Orphaned(Member member, Instant leftAt, int customers, int groups) {}
}
