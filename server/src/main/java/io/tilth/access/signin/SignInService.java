package io.tilth.access.signin;

import io.tilth.access.PersonId;
import io.tilth.access.signin.SignIn.Outcome;
import io.tilth.kernel.Ids;
import io.tilth.kernel.RequestInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person sees of who came in as them, or tried. */
@Service
@Transactional
class SignInService {

    private static final int SHOWN = 20;
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int LONGEST_AGENT = 300;

    private final SignInRepository signIns;
    private final Clock clock;

    SignInService(SignInRepository signIns, Clock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Stands also when the request that tried is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public UUID note(PersonId person, Outcome outcome) {
        var id = Ids.next();
        var address = RequestInfo.find().map(RequestInfo::address).orElse("");
        var agent = RequestInfo.find().map(RequestInfo::agent).orElse("");
        var shown = agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
        signIns.insert(person, id, new SignIn(clock.instant(), outcome, address, shown));
        return id;
    }

    @Transactional(readOnly = true)
    public List<SignIn> newest(PersonId person) {
        return signIns.newest(person, SHOWN);
    }

    public int forgetOld() {
        return signIns.forgetBefore(clock.instant().minus(KEPT));
    }
}
