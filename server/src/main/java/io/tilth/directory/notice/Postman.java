package io.tilth.directory.notice;

import io.tilth.directory.MemberId;
import io.tilth.directory.notice.LetterService.Letter;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.AppMessages;
import io.tilth.wecom.WecomRefusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings what members are told to their phones; asks WeCom outside any transaction, and notes before and after. */
@Component
class Postman {

    private final TenantVisits visits;
    private final LetterService letters;
    private final AppMessages wecom;

    Postman(TenantVisits visits, LetterService letters, AppMessages wecom) {
        this.visits = visits;
        this.letters = letters;
        this.wecom = wecom;
    }

    void deliver(TenantId tenant, MemberId member) {
        visits.apart(tenant, () -> {
            letters.take(member).forEach(this::deliver);
            return true;
        });
    }

    private void deliver(Letter letter) {
        try {
            var sent = wecom.send(letter.company(), List.of(letter.userId()), letter.message());
            if (sent.invalid().isEmpty()) {
                letters.sent(letter);
            } else {
                letters.undeliverable(letter);
            }
        } catch (WecomRefusal refusal) {
            letters.refused(letter, refusal);
        }
    }
}
