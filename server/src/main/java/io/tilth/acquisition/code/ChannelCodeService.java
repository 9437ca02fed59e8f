package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelCodes;
import io.tilth.acquisition.Channels;
import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.CodeWelcome;
import io.tilth.acquisition.LinkTroubles;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and retires codes; WeCom is told afterwards. */
@Service
@Transactional
class ChannelCodeService implements ChannelCodes, LinkTroubles {

    private final CodeSearchRepository search;
    private final ChannelCodeRepository codes;
    private final AsideRepository asides;
    private final Channels channels;
    private final CodeCheckService checks;
    private final CompanyDay day;
    private final CodeQueue queue;
    private final Audit audit;
    private final Clock clock;

    ChannelCodeService(
            CodeSearchRepository search,
            ChannelCodeRepository codes,
            AsideRepository asides,
            Channels channels,
            CodeCheckService checks,
            CompanyDay day,
            CodeQueue queue,
            Audit audit,
            Clock clock) {
        this.search = search;
        this.codes = codes;
        this.asides = asides;
        this.channels = channels;
        this.checks = checks;
        this.day = day;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ChannelCode get(ChannelCodeId id) {
        return search.find(id).orElseThrow(() -> Refusal.notFound("channel-code-not-found"));
    }

    void open(ChannelCode code) {
        checks.check(code);
        codes.insert(code, Caller.current().id(), clock.instant());
        codes.hang(code);
        asides.recall(code.routing().named());
        queue.soon(code.id());
        audit.note("channel-code.opened", subject(code));
    }

    void change(ChannelCode code) {
        var before = get(code.id());
        Refusal.unless(before.retiredAt().isEmpty(), "channel-code-retired");
        checks.check(code);
        if (!codes.update(code)) {
            throw Refusal.stale(before);
        }
        codes.hang(code);
        asides.recall(code.routing().named());
        queue.soon(code.id());
        audit.note("channel-code.changed", subject(code));
    }

    /** What was printed goes on leading to somebody: the spares, with a neutral welcome. */
    void retire(ChannelCodeId id) {
        var code = get(id);
        codes.retire(id, clock.instant());
        queue.soon(id);
        audit.note("channel-code.retired", subject(code));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean any() {
        return search.any();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Code> ofState(String state, Instant at) {
        return search.ofState(state)
                .or(() -> ChannelCode.behind(state).flatMap(search::ofState))
                .map(code -> code(code, at));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(ChannelCodeId id) {
        return search.find(id).isPresent();
    }

    @Override
    public void came(Code code) {
        if (code.form() == CodeForm.GUIDED && code.dailyCap().isEmpty()) {
            return; // who comes next is decided when they come
        }
        if (code.dailyCap().isPresent()) {
            queue.now(code.id());
        } else {
            queue.soon(code.id());
        }
    }

    @Override
    public void closed(CompanyId company, String linkId) {
        codes.closed(company, linkId);
    }

    private Code code(ChannelCode code, Instant at) {
        boolean live = code.isLive(at);
        var words = code.welcome().words(day.time(at));
        return new Code(
                code.id(),
                code.door().form(),
                code.name(),
                channels.find(code.channel()).orElseThrow(),
                live,
                code.routing().dailyCap(),
                code.routing().spares(),
                code.tags(),
                Optional.of(code.remark()).filter(text -> !text.isEmpty()),
                code.stage(),
                live ? words : words.map(usual -> CodeWelcome.NEUTRAL));
    }

    static Subject subject(ChannelCode code) {
        return Subject.of("channel-code", code.id().value(), code.name());
    }
}
