package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeDesk;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.Channels;
import io.tilth.acquisition.CodeWelcome;
import io.tilth.acquisition.code.ChannelCode.Door;
import io.tilth.acquisition.code.ChannelCode.Routing;
import io.tilth.acquisition.code.ChannelCode.Way;
import io.tilth.content.MaterialId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ChannelCodeDeskService implements ChannelCodeDesk {

    private static final CodeWelcome SILENT = new CodeWelcome(false, "", "", List.of(), List.of());

    private final Channels channels;
    private final ChannelCodeService codes;
    private final ChannelCodeRepository rows;
    private final CodeSearchRepository search;
    private final CodeCheckService checks;
    private final CodeQueue queue;
    private final Clock clock;

    ChannelCodeDeskService(
            Channels channels,
            ChannelCodeService codes,
            ChannelCodeRepository rows,
            CodeSearchRepository search,
            CodeCheckService checks,
            CodeQueue queue,
            Clock clock) {
        this.channels = channels;
        this.codes = codes;
        this.rows = rows;
        this.search = search;
        this.checks = checks;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public ChannelId channel(String name, int order) {
        return channels.all().stream()
                .filter(one -> one.parent().isEmpty() && one.name().equals(name))
                .map(Channels.Channel::id)
                .findFirst()
                .orElseGet(() -> channels.open(name, order));
    }

    @Override
    public ChannelCodeId open(Wanted wanted) {
        var routing =
                new Routing(wanted.members(), Set.of(), wanted.spares(), wanted.dailyCap(), false, true, true, true);
        var code = new ChannelCode(
                ChannelCodeId.next(),
                wanted.company(),
                Door.of(wanted.form()),
                wanted.channel(),
                wanted.name(),
                wanted.state(),
                routing,
                Set.of(),
                "",
                Optional.empty(),
                SILENT,
                Optional.empty(),
                Optional.empty(),
                Way.NONE,
                1);
        checks.check(code);
        rows.insert(code, wanted.by(), clock.instant());
        rows.hang(code);
        queue.soon(code.id());
        return code.id();
    }

    @Override
    public void greet(ChannelCodeId id, String day, String night, List<MaterialId> materials) {
        search.find(id).filter(code -> code.retiredAt().isEmpty()).ifPresent(code -> {
            var welcome = new CodeWelcome(true, day, night, materials, List.of());
            rows.update(code.greeting(welcome));
        });
    }

    @Override
    public void retire(ChannelCodeId code) {
        codes.retire(code);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ChannelCodeId> ofState(String state) {
        return search.ofState(state).map(ChannelCode::id);
    }
}
