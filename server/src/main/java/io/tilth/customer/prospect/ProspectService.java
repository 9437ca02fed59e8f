package io.tilth.customer.prospect;

import static java.util.Objects.requireNonNull;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Prospects;
import io.tilth.customer.ScoreItems;
import io.tilth.customer.Scores;
import io.tilth.customer.Scores.Grade;
import io.tilth.customer.Scores.Score;
import io.tilth.customer.prospect.ProspectRepository.Between;
import io.tilth.customer.prospect.ProspectRepository.Row;
import io.tilth.directory.MemberId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ProspectService implements Prospects {

    private final ProspectRepository prospects;
    private final Scores scores;
    private final ObjectProvider<ScoreItems> items;
    private final Clock clock;

    ProspectService(ProspectRepository prospects, Scores scores, ObjectProvider<ScoreItems> items, Clock clock) {
        this.prospects = prospects;
        this.scores = scores;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public List<Prospect> best(Collection<MemberId> members, Collection<CustomerId> without, int most) {
        var heats = scores.heats();
        double low = requireNonNull(heats.get(Grade.LOW)).from();
        double high = requireNonNull(heats.get(Grade.HIGH)).from();
        return complete(prospects.best(members, without, low, high, clock.instant(), most));
    }

    @Override
    public List<Prospect> these(Collection<MemberId> members, Collection<CustomerId> customers) {
        return customers.isEmpty() ? List.of() : complete(prospects.these(members, customers, clock.instant()));
    }

    @Override
    public List<Prospect> untouched(Collection<MemberId> members, int most) {
        double high = requireNonNull(scores.heats().get(Grade.HIGH)).from();
        return complete(prospects.untouched(members, high, clock.instant(), most));
    }

    @Override
    public Map<MemberId, List<Named>> bestOfEach(
            Collection<MemberId> members, Map<MemberId, List<CustomerId>> also, int most) {
        var heats = scores.heats();
        double low = requireNonNull(heats.get(Grade.LOW)).from();
        double high = requireNonNull(heats.get(Grade.HIGH)).from();
        return prospects.bestOfEach(members, also, new Between(low, high), clock.instant(), most);
    }

    /** Who is a friend of several of the members stands once. */
    private List<Prospect> complete(List<Row> found) {
        var seen = new HashSet<CustomerId>();
        var once = found.stream().filter(row -> seen.add(row.customer())).toList();
        var scored = scores.of(once.stream().map(Row::customer).toList());
        var titles = titles(once);
        return once.stream()
                .map(row -> prospect(row, scored.getOrDefault(row.customer(), Score.NONE), titles))
                .toList();
    }

    private Map<String, String> titles(List<Row> found) {
        var wanted =
                found.stream().flatMap(row -> row.item().stream()).distinct().toList();
        var all = new HashMap<String, String>();
        if (!wanted.isEmpty()) {
            items.stream().forEach(known -> all.putAll(known.names(wanted)));
        }
        return all;
    }

    private static Prospect prospect(Row row, Score score, Map<String, String> titles) {
        return new Prospect(
                row.customer(),
                row.follow(),
                row.member(),
                row.name(),
                row.avatar(),
                row.remark(),
                score.value(),
                score.grade(),
                row.existing(),
                row.begunAt(),
                row.contactedAt(),
                row.kind()
                        .map(kind -> new Deed(
                                kind,
                                row.item(),
                                row.item().map(titles::get),
                                row.at().orElseThrow())));
    }
}
