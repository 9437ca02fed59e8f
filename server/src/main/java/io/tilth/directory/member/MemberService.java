package io.tilth.directory.member;

import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other modules who works here. */
@Service
@Transactional
class MemberService implements Members {

    private final MemberRepository members;
    private final Clock clock;

    MemberService(MemberRepository members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Member> find(MemberId id) {
        return members.byIds(List.of(id)).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MemberId, Member> findAll(Collection<MemberId> ids) {
        return members.byIds(ids).stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Member> ofUser(CompanyId company, String userId) {
        return members.byUsers(company, Set.of(lower(userId))).stream().findFirst();
    }

    @Override
    public Map<String, MemberId> ofUsers(CompanyId company, Collection<String> userIds) {
        var wanted = userIds.stream().map(MemberService::lower).collect(Collectors.toCollection(TreeSet::new));
        var found = known(company, wanted);
        if (found.size() < wanted.size()) {
            wanted.removeAll(found.keySet());
            var missing = wanted.stream().map(KnownMember::unknown).toList();
            members.insertMissing(company, missing, clock.instant());
            found.putAll(known(company, wanted));
        }
        return userIds.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), user -> found.get(lower(user))));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> withCustomers(CompanyId company) {
        return members.withCustomers(company);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<MemberId> receiving(Collection<MemberId> ids) {
        return Set.copyOf(members.receiving(ids));
    }

    private Map<String, MemberId> known(CompanyId company, Collection<String> users) {
        return members.byUsers(company, users).stream().collect(Collectors.toMap(Member::userId, Member::id));
    }

    static String lower(String userId) {
        return userId.toLowerCase(Locale.ROOT);
    }
}
