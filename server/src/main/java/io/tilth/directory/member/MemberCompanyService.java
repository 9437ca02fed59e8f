package io.tilth.directory.member;

import io.tilth.directory.MemberId;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.Caller;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.MemberCompanies;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the channel in which companies the caller works. */
@Service
@Transactional(readOnly = true)
class MemberCompanyService implements MemberCompanies {

    private final MemberRepository members;

    MemberCompanyService(MemberRepository members) {
        this.members = members;
    }

    @Override
    public Set<CompanyId> ofCaller() {
        var ids = Caller.current().members().stream().map(MemberId::new).toList();
        return members.byIds(ids).stream()
                .filter(Member::here)
                .map(Member::company)
                .collect(Collectors.toSet());
    }
}
