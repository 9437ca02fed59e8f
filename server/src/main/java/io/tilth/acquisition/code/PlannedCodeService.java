package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeSpec;
import io.tilth.acquisition.CodeWelcome;
import io.tilth.acquisition.PlannedCodes;
import io.tilth.acquisition.code.ChannelCode.Door;
import io.tilth.acquisition.code.ChannelCode.Routing;
import io.tilth.acquisition.code.ChannelCode.Way;
import io.tilth.kernel.Caller;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PlannedCodeService implements PlannedCodes {

    private final CodeSearchRepository search;
    private final PlannedCodeRepository codes;
    private final CodeCheckService checks;
    private final Clock clock;

    PlannedCodeService(CodeSearchRepository search, PlannedCodeRepository codes, CodeCheckService checks, Clock clock) {
        this.search = search;
        this.codes = codes;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public void check(CompanyId company, CodeSpec spec) {
        checks.check(code(ChannelCodeId.next(), company, Door.of(spec.form()), spec, ""));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ChannelCodeId, Planned> find(Collection<ChannelCodeId> ids) {
        var now = clock.instant();
        return search.findAll(ids).stream()
                .map(code -> new Planned(
                        code.id(),
                        code.company(),
                        code.spec(),
                        code.standing(now),
                        code.way().content(),
                        code.way().trouble()))
                .collect(Collectors.toMap(Planned::id, Function.identity()));
    }

    @Override
    public void make(CompanyId company, Map<ChannelCodeId, CodeSpec> specs) {
        var made = specs.entrySet().stream()
                .map(one -> code(
                        one.getKey(), company, Door.of(one.getValue().form()), one.getValue(), ChannelCode.newState()))
                .toList();
        if (!made.isEmpty()) {
            codes.insert(made, company.value(), Caller.current().id(), clock.instant());
            codes.hang(made);
        }
    }

    @Override
    public void change(Map<ChannelCodeId, CodeSpec> specs) {
        var changed = search.findAll(specs.keySet()).stream()
                .map(before -> code(
                        before.id(),
                        before.company(),
                        before.door(),
                        Optional.ofNullable(specs.get(before.id())).orElseThrow(),
                        before.state()))
                .toList();
        if (!changed.isEmpty()) {
            codes.update(changed);
            codes.hang(changed);
        }
    }

    @Override
    public void retire(Collection<ChannelCodeId> ids) {
        codes.retire(ids, Optional.of(clock.instant()));
    }

    @Override
    public void revive(Collection<ChannelCodeId> ids) {
        codes.retire(ids, Optional.empty());
    }

    private static ChannelCode code(ChannelCodeId id, CompanyId company, Door door, CodeSpec spec, String state) {
        var routing = new Routing(
                spec.members(),
                spec.departments(),
                spec.spares(),
                spec.dailyCap(),
                spec.byRest(),
                spec.balanced(),
                spec.skipVerify(),
                spec.exclusive());
        return new ChannelCode(
                id,
                company,
                door,
                spec.channel(),
                spec.name(),
                state,
                routing,
                spec.tags(),
                spec.remark(),
                spec.stage(),
                CodeWelcome.of(spec.welcome()),
                spec.expiresAt(),
                Optional.empty(),
                Way.NONE,
                1);
    }
}
