package io.tilth.directory.notice;

import io.tilth.directory.MemberId;
import io.tilth.directory.MemberSignIns;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.Notice.Urgency;
import io.tilth.directory.Notices.Quiet;
import io.tilth.directory.Rests;
import io.tilth.directory.notice.NoticeRepository.Kept;
import io.tilth.kernel.TilthSettings;
import io.tilth.tenancy.Tenants;
import io.tilth.wecom.AppMessages.Message;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what waits for a member into messages: nothing in quiet hours or while they rest, few at once, and fewer a minute
 * than the platform takes.
 */
@Service
@Transactional
class LetterService {

    /** The platform drops what comes beyond 30 a minute and member. */
    static final int A_MINUTE = 25;

    /** What waited, or comes in larger numbers, comes as one. */
    static final int SINGLE = 3;

    private static final int MOST = 200;
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final NoticeRepository notices;
    private final NoticeSettingRepository settings;
    private final NoticeSentences sentences;
    private final Members members;
    private final ObjectProvider<MemberSignIns> accounts;
    private final Rests rests;
    private final Companies companies;
    private final Tenants tenants;
    private final TilthSettings house;
    private final Clock clock;

    LetterService(
            NoticeRepository notices,
            NoticeSettingRepository settings,
            NoticeSentences sentences,
            Members members,
            ObjectProvider<MemberSignIns> accounts,
            Rests rests,
            Companies companies,
            Tenants tenants,
            TilthSettings house,
            Clock clock) {
        this.notices = notices;
        this.settings = settings;
        this.sentences = sentences;
        this.members = members;
        this.accounts = accounts;
        this.rests = rests;
        this.companies = companies;
        this.tenants = tenants;
        this.house = house;
        this.clock = clock;
    }

    /** The messages to send to the member now; nobody else sends them for a while. */
    public List<Letter> take(MemberId member) {
        var now = clock.instant();
        var due = notices.due(member, now, MOST);
        if (due.isEmpty()) {
            return List.of();
        }
        var to = members.find(member).filter(this::isReachable);
        if (to.isEmpty()) {
            notices.failed(ids(due), now);
            return List.of();
        }
        return write(to.get(), hold(member, due, now), now);
    }

    public void sent(Letter letter) {
        notices.sent(letter.notices(), clock.instant());
    }

    /** WeCom does not reach this member: they left, or do not see the app. */
    public void undeliverable(Letter letter) {
        notices.failed(letter.notices(), clock.instant());
    }

    public void refused(Letter letter, WecomRefusal refusal) {
        boolean hopeless = refusal.kind() == WecomRefusal.Kind.REQUEST || letter.attempts() >= MOST_ATTEMPTS;
        if (hopeless) {
            undeliverable(letter);
        } else {
            var pause = PAUSE.multipliedBy(1L << Math.min(letter.attempts(), 5));
            var after = refusal.after().compareTo(pause) > 0 ? refusal.after() : pause;
            notices.putOff(letter.notices(), clock.instant().plus(after), false);
        }
    }

    private boolean isReachable(Member member) {
        return member.here() && companies.connected().stream().map(Company::id).anyMatch(member.company()::equals);
    }

    /** Puts off what should not disturb now; gives the rest. */
    private List<Kept> hold(MemberId member, List<Kept> due, Instant now) {
        var setting = settings.find(member).orElse(NoticeSetting.USUAL);
        var free = free(member, setting, now);
        if (!free.isAfter(now)) {
            return due;
        }
        var passing = due.stream()
                .filter(notice -> notice.urgency() == Urgency.PRESSING && setting.phoneLeftPasses())
                .toList();
        var held = due.stream().filter(notice -> !passing.contains(notice)).toList();
        notices.putOff(ids(held), free, true);
        return passing;
    }

    /** When both the quiet hours and the rest are over. */
    private Instant free(MemberId member, NoticeSetting setting, Instant now) {
        var zone = tenants.zone();
        var company = settings.quiet().orElse(Quiet.USUAL);
        var awake = setting.afterQuiet(company, now, zone);
        var back = rests.backAt(List.of(member), awake).getOrDefault(member, awake);
        return setting.afterQuiet(company, back, zone);
    }

    private List<Letter> write(Member to, List<Kept> due, Instant now) {
        if (due.isEmpty()) {
            return List.of();
        }
        var recent = settings.messagesSince(to.id(), now.minus(Duration.ofMinutes(1)));
        int room = A_MINUTE - recent.size();
        if (room <= 0) {
            notices.putOff(ids(due), recent.getFirst().plusSeconds(61), false);
            return List.of();
        }
        notices.sending(ids(due), now.plus(LEASE));
        var reader = accounts.stream()
                .flatMap(door ->
                        Optional.ofNullable(door.accounts(List.of(to.id())).get(to.id())).stream())
                .map(MemberSignIns.Account::language)
                .findFirst()
                .orElse(Locale.SIMPLIFIED_CHINESE);
        var letters = bundles(due, room).stream()
                .map(bundle -> letter(to, bundle, reader))
                .toList();
        letters.forEach(letter -> settings.message(to.id(), letter.notices().size(), now));
        return letters;
    }

    private static List<List<Kept>> bundles(List<Kept> due, int room) {
        var held = due.stream().filter(Kept::held).toList();
        var fresh = due.stream().filter(one -> !one.held()).toList();
        var bundles = new ArrayList<List<Kept>>();
        if (!held.isEmpty()) {
            bundles.add(held);
        }
        if (fresh.size() > Math.min(SINGLE, room - bundles.size())) {
            bundles.add(fresh);
        } else {
            fresh.forEach(one -> bundles.add(List.of(one)));
        }
        return bundles.size() > room ? List.of(due) : bundles;
    }

    private Letter letter(Member to, List<Kept> bundle, Locale reader) {
        var first = bundle.getFirst();
        boolean one = bundle.size() == 1;
        var title = one ? sentences.title(first, reader) : sentences.summaryTitle(bundle, reader);
        var text = one ? sentences.text(first, reader) : sentences.summaryText(bundle, reader);
        var link = page(one ? first.link() : "/w/notices", to.company());
        return new Letter(
                ids(bundle),
                to.company(),
                to.userId(),
                new Message(title, text.isEmpty() ? title : text, Optional.of(link)),
                first.attempts() + 1);
    }

    /** Names the company, so that a browser that was never here finds the way in. */
    private URI page(String path, CompanyId company) {
        return house.workbench().resolve(path + (path.contains("?") ? "&" : "?") + "company=" + company.value());
    }

    private static List<UUID> ids(List<Kept> some) {
        return some.stream().map(Kept::id).toList();
    }

    /** One message, and the notices that it tells. */
    record Letter(List<UUID> notices, CompanyId company, String userId, Message message, int attempts) {}
}
