package io.tilth.access.wecom;

import io.tilth.directory.MemberId;
import io.tilth.directory.MemberSignIns;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the directory which members have an account. */
@Service
@Transactional(readOnly = true)
class MemberSignInService implements MemberSignIns {

    private final MemberSignInRepository signIns;

    MemberSignInService(MemberSignInRepository signIns) {
        this.signIns = signIns;
    }

    @Override
    public Map<MemberId, Boolean> frozen(Collection<MemberId> members) {
        return signIns.frozen(members);
    }

    @Override
    public Map<MemberId, Account> accounts(Collection<MemberId> members) {
        return members.isEmpty() ? Map.of() : signIns.accounts(members);
    }
}
