package io.tilth.messaging.welcome;

import io.tilth.customer.Customers;
import io.tilth.directory.Members;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.messaging.welcome.Welcome.State;
import io.tilth.messaging.welcome.WelcomeRepository.Count;
import io.tilth.messaging.welcome.WelcomeRepository.Row;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people look up about welcomes. */
@Service
@Transactional(readOnly = true)
class WelcomeDeskService {

    private static final Duration WEEK = Duration.ofDays(7);

    private final WelcomeRepository welcomes;
    private final Customers customers;
    private final Members members;
    private final VisibleMembers visible;
    private final Clock clock;

    WelcomeDeskService(
            WelcomeRepository welcomes, Customers customers, Members members, VisibleMembers visible, Clock clock) {
        this.welcomes = welcomes;
        this.customers = customers;
        this.members = members;
        this.visible = visible;
        this.clock = clock;
    }

    Page<Shown> newest(Optional<State> state, Paging paging) {
        var rows = welcomes.newest(state, visible.ofCaller(), paging.afterId(), paging.rows());
        var people = customers.names(rows.stream().map(Row::customer).distinct().toList());
        var staff = members.findAll(rows.stream().map(Row::member).distinct().toList());
        return Page.of(rows, paging, row -> row.id().toString())
                .map(row -> new Shown(
                        row,
                        people.getOrDefault(row.customer(), ""),
                        Optional.ofNullable(staff.get(row.member()))
                                .map(Members.Member::name)
                                .orElse("")));
    }

    /** Of the last seven days, over the whole company. */
    List<Count> lately() {
        return welcomes.counts(clock.instant().minus(WEEK));
    }

    record Shown(Row row, String customer, String member) {}
}
