package io.tilth.acquisition.print;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodesOfPlans;
import io.tilth.acquisition.PlannedCodes;
import io.tilth.acquisition.PlannedCodes.Planned;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with print packs. */
@Service
@Transactional
class PackService {

    private static final int MOST = 2_000;

    private final PackRepository packs;
    private final PlannedCodes codes;
    private final CodesOfPlans plans;
    private final PackQueue queue;
    private final Audit audit;
    private final Clock clock;

    PackService(
            PackRepository packs, PlannedCodes codes, CodesOfPlans plans, PackQueue queue, Audit audit, Clock clock) {
        this.packs = packs;
        this.codes = codes;
        this.plans = plans;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** Codes that WeCom has not drawn yet are left out. */
    Pack ask(Sheet sheet, String hint, Optional<UUID> plan, List<ChannelCodeId> chosen) {
        var wanted = plan.map(plans::of).orElse(chosen);
        Refusal.unless(wanted.size() <= MOST, "print-pack-too-many");
        var known = codes.find(wanted);
        var drawn =
                wanted.stream().distinct().filter(code -> isDrawn(known, code)).toList();
        Refusal.unless(!drawn.isEmpty(), "print-pack-without-code");
        var caller = Caller.current();
        var now = clock.instant();
        var pack = new Pack(
                PackId.next(),
                plan,
                sheet,
                hint.strip(),
                Pack.State.WAITING,
                drawn.size(),
                0,
                0,
                caller.name(),
                now,
                now.plus(Pack.KEPT));
        packs.insert(pack, caller.id(), drawn);
        queue.add(pack.id());
        audit.note("print-pack.ordered", subject(pack.id()), Map.of("cards", drawn.size(), "sheet", sheet));
        return pack;
    }

    @Transactional(readOnly = true)
    List<Pack> newest() {
        return packs.newest();
    }

    /** Somebody fetches the file; the trail keeps who. */
    Pack fetch(PackId id) {
        var pack = packs.find(id).orElseThrow(() -> Refusal.notFound("print-pack-not-found"));
        if (pack.state() != Pack.State.READY) {
            throw Refusal.conflict("print-pack-not-ready");
        }
        audit.note("print-pack.fetched", subject(id));
        return pack;
    }

    /** A piece of the file, counted from 0; empty after the last. */
    @Transactional(readOnly = true)
    Optional<byte[]> piece(PackId id, int number) {
        return packs.piece(id, number);
    }

    private static boolean isDrawn(Map<ChannelCodeId, Planned> known, ChannelCodeId code) {
        return Optional.ofNullable(known.get(code)).flatMap(Planned::content).isPresent();
    }

    private static Subject subject(PackId id) {
        return Subject.of("print-pack", id.value());
    }
}
