package io.tilth.tracking.reach;

import io.tilth.directory.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MemberCodeService {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final MemberCodeRepository codes;
    private final Clock clock;

    MemberCodeService(MemberCodeRepository codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<byte[]> picture(MemberId member) {
        return codes.picture(member);
    }

    boolean claim(MemberId member) {
        return codes.claim(member, clock.instant(), PAUSE);
    }

    void keep(MemberId member, String configId, byte[] picture) {
        codes.keep(member, configId, picture);
    }
}
