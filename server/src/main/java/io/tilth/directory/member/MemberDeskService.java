package io.tilth.directory.member;

import io.tilth.directory.MemberCustomers;
import io.tilth.directory.MemberId;
import io.tilth.directory.MemberSignIns;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with the list of members. */
@Service
@Transactional
class MemberDeskService {

    private final MemberListRepository list;
    private final MemberRepository repository;
    private final VisibleMembers visible;
    private final ObjectProvider<MemberSignIns> accounts;
    private final ObjectProvider<MemberCustomers> customers;
    private final Audit audit;

    MemberDeskService(
            MemberListRepository list,
            MemberRepository repository,
            VisibleMembers visible,
            ObjectProvider<MemberSignIns> accounts,
            ObjectProvider<MemberCustomers> customers,
            Audit audit) {
        this.list = list;
        this.repository = repository;
        this.visible = visible;
        this.accounts = accounts;
        this.customers = customers;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    Page<ListedMember> search(MemberFilter filter, Paging paging) {
        var found = list.search(filter, visible.ofCaller(), paging.afterId(), paging.rows());
        var page = Page.of(found, paging, member -> member.id().value().toString());
        return new Page<>(complete(page.items()), page.next());
    }

    @Transactional(readOnly = true)
    ListedMember get(MemberId id) {
        var member = list.find(id)
                .filter(found -> visible.ofCaller()
                        .map(seen -> seen.contains(found.id()))
                        .orElse(true))
                .orElseThrow(() -> Refusal.notFound("member-not-found"));
        return complete(List.of(member)).getFirst();
    }

    ListedMember change(MemberId id, @Nullable String displayName, @Nullable String phone, int version) {
        var before = get(id);
        if (!list.update(id, text(displayName), text(phone), version)) {
            throw Refusal.stale(before);
        }
        audit.note("member.changed", Subject.of("member", id.value(), before.name()));
        return get(id);
    }

    private List<ListedMember> complete(List<ListedMember> found) {
        var ids = found.stream().map(ListedMember::id).toList();
        var departments = repository.departments(ids);
        Map<MemberId, Boolean> frozen =
                accounts.stream().findFirst().map(door -> door.frozen(ids)).orElse(Map.of());
        Map<MemberId, Integer> counts =
                customers.stream().findFirst().map(door -> door.count(ids)).orElse(Map.of());
        return found.stream()
                .map(member -> member.with(departments.getOrDefault(member.id(), List.of()))
                        .with(
                                counts.getOrDefault(member.id(), 0),
                                frozen.containsKey(member.id()),
                                frozen.getOrDefault(member.id(), false)))
                .toList();
    }

    private static @Nullable String text(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : entered.strip();
    }
}
