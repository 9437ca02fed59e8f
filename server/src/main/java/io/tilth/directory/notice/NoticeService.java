package io.tilth.directory.notice;

import io.tilth.directory.MemberId;
import io.tilth.directory.MemberSignIns;
import io.tilth.directory.Notice;
import io.tilth.directory.Notices;
import io.tilth.directory.notice.NoticeRepository.Kept;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members are told: kept, shown live, and handed to whoever brings it to their phones. */
@Service
@Transactional
class NoticeService implements Notices {

    private static final int MOST_COUNTED = 100;
    private static final Duration KEPT = Duration.ofDays(90);

    private final NoticeRepository notices;
    private final NoticeSettingRepository settings;
    private final NoticeSentences sentences;
    private final ObjectProvider<MemberSignIns> accounts; // implemented above
    private final Live live;
    private final Post post;
    private final Clock clock;

    NoticeService(
            NoticeRepository notices,
            NoticeSettingRepository settings,
            NoticeSentences sentences,
            ObjectProvider<MemberSignIns> accounts,
            Live live,
            Post post,
            Clock clock) {
        this.notices = notices;
        this.settings = settings;
        this.sentences = sentences;
        this.accounts = accounts;
        this.live = live;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public void tell(MemberId member, Notice notice) {
        boolean message =
                settings.find(member).orElse(NoticeSetting.USUAL).wantsMessage(notice.kind(), notice.urgency());
        var id = notices.put(member, notice, message, clock.instant());
        accounts.stream()
                .flatMap(door -> door.accounts(List.of(member)).values().stream())
                .forEach(account -> live.push(Recipient.account(account.id()), "notice", id.toString()));
        if (message) {
            post.wake(member);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Quiet quiet() {
        return settings.quiet().orElse(Quiet.USUAL);
    }

    @Override
    public void setQuiet(Quiet quiet) {
        settings.putQuiet(quiet);
    }

    @Transactional(readOnly = true)
    public Page<ListedNotice> list(Caller caller, Paging paging, Locale reader) {
        var found = notices.newest(caller.members(), paging.afterId(), paging.rows());
        return Page.of(found, paging, notice -> notice.place().toString()).map(notice -> listed(notice, reader));
    }

    private ListedNotice listed(Kept notice, Locale reader) {
        var title = sentences.title(notice, reader);
        var text = sentences.text(notice, reader);
        return new ListedNotice(
                notice.id(),
                notice.kind(),
                title,
                text.isEmpty() ? title : text,
                notice.link(),
                notice.at(),
                notice.seen());
    }

    @Transactional(readOnly = true)
    public int unseen(Caller caller) {
        return notices.unseen(caller.members(), MOST_COUNTED);
    }

    public void seen(Caller caller) {
        notices.seen(caller.members(), clock.instant());
    }

    /** Members to whom messages should go by now. */
    @Transactional(readOnly = true)
    public List<MemberId> waiting() {
        return notices.waiting(clock.instant());
    }

    public void forgetOld() {
        notices.forgetBefore(clock.instant().minus(KEPT));
        settings.forgetMessagesBefore(clock.instant().minus(Duration.ofHours(1)));
    }
}
