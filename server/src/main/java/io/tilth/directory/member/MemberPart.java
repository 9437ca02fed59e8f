package io.tilth.directory.member;

import io.tilth.directory.member.MemberNewsService.Listing;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.SyncPart;
import io.tilth.wecom.WecomDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All members in one piece: WeCom lists a department with all below it in one answer, and who is missing has left. */
@Component
class MemberPart implements SyncPart {

    private final ObjectProvider<WecomDirectory> wecom;
    private final MemberNewsService news;
    private final Clock clock;

    MemberPart(ObjectProvider<WecomDirectory> wecom, MemberNewsService news, Clock clock) {
        this.wecom = wecom;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Piece> next(Run run, Optional<String> cursor) {
        return cursor.isPresent() ? Optional.empty() : Optional.of(fetch(run.company()));
    }

    private Piece fetch(CompanyId company) {
        var asked = clock.instant();
        var members = new LinkedHashMap<String, WecomDirectory.Member>();
        for (long top : tops(company)) {
            wecom.getObject().members(company, top).forEach(member -> members.put(member.userId(), member));
        }
        var withCustomers = wecom.getObject().withCustomers(company).stream()
                .map(MemberService::lower)
                .collect(Collectors.toSet());
        return new Everybody(company, new Listing(List.copyOf(members.values()), withCustomers), asked);
    }

    /** The departments above which the app sees nothing. */
    private List<Long> tops(CompanyId company) {
        var departments = wecom.getObject().departments(company);
        Set<Long> seen = departments.stream().map(WecomDirectory.Department::id).collect(Collectors.toSet());
        return departments.stream()
                .filter(department -> !seen.contains(department.parent()))
                .map(WecomDirectory.Department::id)
                .toList();
    }

    private class Everybody implements Piece {

        private final CompanyId company;
        private final Listing listing;
        private final Instant asked;

        Everybody(CompanyId company, Listing listing, Instant asked) {
            this.company = company;
            this.listing = listing;
            this.asked = asked;
        }

        @Override
        public String cursor() {
            return "all";
        }

        @Override
        public Progress progress() {
            return new Progress(listing.members().size(), listing.members().size());
        }

        @Override
        public Map<String, Integer> store() {
            return news.settle(company, listing, asked);
        }
    }
}
