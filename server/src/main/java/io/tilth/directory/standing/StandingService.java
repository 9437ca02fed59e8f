package io.tilth.directory.standing;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Standings;
import io.tilth.directory.VisibleMembers;
import io.tilth.directory.standing.StandingRepository.Seat;
import io.tilth.kernel.Caller;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StandingService implements Standings, VisibleMembers {

    private final StandingRepository standings;

    StandingService(StandingRepository standings) {
        this.standings = standings;
    }

    @Override
    public Standing of(MemberId member) {
        var led = standings.seats(member).stream().filter(Seat::leads).toList();
        return new Standing(
                standings.position(member),
                new HashSet<>(standings.within(member)),
                led.stream().map(Seat::department).collect(Collectors.toSet()),
                led.stream().anyMatch(Seat::shop));
    }

    @Override
    public Map<DepartmentId, String> names(Collection<DepartmentId> departments) {
        return standings.names(departments);
    }

    @Override
    public Set<MemberId> below(Collection<DepartmentId> departments) {
        return Set.copyOf(standings.below(departments));
    }

    @Override
    public Set<DepartmentId> branches(Collection<DepartmentId> departments) {
        return Set.copyOf(standings.branches(departments));
    }

    @Override
    public Map<MemberId, Instant> left() {
        return standings.left();
    }

    @Override
    public Optional<Set<MemberId>> ofCaller() {
        return Caller.find().flatMap(this::visibleTo);
    }

    private Optional<Set<MemberId>> visibleTo(Caller caller) {
        var self = caller.members().stream().map(MemberId::new);
        return switch (caller.scope()) {
            case ALL -> Optional.empty();
            case SELF -> Optional.of(self.collect(Collectors.toSet()));
            case DEPARTMENT ->
                Optional.of(Stream.concat(self, standings.around(caller.members()).stream())
                        .collect(Collectors.toSet()));
        };
    }
}
