package io.tilth.acquisition.print;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodesOfPlans;
import io.tilth.acquisition.PlannedCodes;
import io.tilth.acquisition.PlannedCodes.Planned;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a pack is drawn from, and keeps what was drawn; each step commits for itself. */
@Service
@Transactional
class PackStepService {

    private static final int PIECE = 64 * 1024; // small, since an export holds two hundred rows in memory

    private final PackRepository packs;
    private final PlannedCodes codes;
    private final CodesOfPlans plans;
    private final Companies companies;
    private final PackQueue queue;
    private final Live live;
    private final Clock clock;

    PackStepService(
            PackRepository packs,
            PlannedCodes codes,
            CodesOfPlans plans,
            Companies companies,
            PackQueue queue,
            Live live,
            Clock clock) {
        this.packs = packs;
        this.codes = codes;
        this.plans = plans;
        this.companies = companies;
        this.queue = queue;
        this.live = live;
        this.clock = clock;
    }

    /** Empty when there is nothing to do any more. */
    @Transactional(readOnly = true)
    Optional<Draft> begin(PackId id) {
        return packs.find(id)
                .filter(pack -> pack.state() == Pack.State.WAITING)
                .map(pack -> new Draft(pack, cards(packs.codes(id))));
    }

    void progress(PackId id, int done) {
        packs.progress(id, done);
        tell(id);
    }

    void keep(PackId id, byte[] file) {
        packs.deletePieces(id);
        for (int from = 0; from < file.length; from += PIECE) {
            packs.insertPiece(id, from / PIECE, Arrays.copyOfRange(file, from, Math.min(file.length, from + PIECE)));
        }
        packs.end(id, Pack.State.READY, file.length);
        tell(id);
    }

    void giveUp(PackId id) {
        packs.end(id, Pack.State.FAILED, 0);
        tell(id);
    }

    /** Removes files that have had their time, and takes up what nobody works on, as after a restore. */
    void tend() {
        packs.deleteExpired(clock.instant());
        packs.unfinished().forEach(queue::add);
    }

    private List<PrintedCode> cards(List<ChannelCodeId> wanted) {
        var known = codes.find(wanted);
        var shops = plans.shops(wanted);
        var names = known.values().stream()
                .map(Planned::company)
                .distinct()
                .collect(Collectors.toMap(
                        company -> company,
                        company -> companies.find(company).map(Company::name).orElse("")));
        return wanted.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .map(code -> card(code, names.getOrDefault(code.company(), ""), shops))
                .toList();
    }

    private static PrintedCode card(Planned code, String company, Map<ChannelCodeId, String> shops) {
        var name = code.spec().name();
        return new PrintedCode(
                company,
                shops.getOrDefault(code.id(), name),
                name,
                code.content().orElseThrow());
    }

    private void tell(PackId id) {
        live.push(Recipient.EVERYBODY, "print-pack", id.value().toString());
    }

    record Draft(Pack pack, List<PrintedCode> cards) {}
}
