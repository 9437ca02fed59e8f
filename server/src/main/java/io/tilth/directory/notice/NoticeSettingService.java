package io.tilth.directory.notice;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.tilth.directory.MemberId;
import io.tilth.directory.Notice;
import io.tilth.directory.Notices.Quiet;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members say of how they want to be told. Whoever is several members says it for all of them. */
@Service
@Transactional
class NoticeSettingService {

    private final NoticeSettingRepository settings;
    private final ObjectProvider<Notice.Catalog> catalogs;

    NoticeSettingService(NoticeSettingRepository settings, ObjectProvider<Notice.Catalog> catalogs) {
        this.settings = settings;
        this.catalogs = catalogs;
    }

    @Transactional(readOnly = true)
    public OwnNoticeSetting of(Caller caller) {
        var setting =
                members(caller).stream().findFirst().flatMap(settings::find).orElse(NoticeSetting.USUAL);
        var quiet = setting.quiet().or(settings::quiet).orElse(Quiet.USUAL);
        return new OwnNoticeSetting(
                kinds(setting),
                quiet.from(),
                quiet.to(),
                setting.quiet().isPresent(),
                setting.phoneLeftPasses(),
                setting.version());
    }

    public OwnNoticeSetting change(Caller caller, OwnNoticeSetting wanted) {
        var members = members(caller);
        Refusal.unless(!members.isEmpty(), "notice-setting-of-nobody");
        var silenced = wanted.kinds().entrySet().stream()
                .filter(kind -> !kind.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        silenced.retainAll(kinds(NoticeSetting.USUAL).keySet());
        var quiet = wanted.ownHours()
                ? Optional.of(new Quiet(wanted.quietFrom(), wanted.quietTo()))
                : Optional.<Quiet>empty();
        var setting = new NoticeSetting(silenced, quiet, wanted.phoneLeftPasses(), wanted.version());
        if (!settings.put(members.getFirst(), setting)) {
            throw Refusal.stale(of(caller));
        }
        members.stream().skip(1).forEach(other -> {
            int version = settings.find(other).orElse(NoticeSetting.USUAL).version();
            settings.put(other, new NoticeSetting(silenced, quiet, wanted.phoneLeftPasses(), version));
        });
        return of(caller);
    }

    private Map<String, Boolean> kinds(NoticeSetting setting) {
        var kinds = new TreeMap<String, Boolean>();
        catalogs.stream()
                .flatMap(catalog -> catalog.kinds().stream())
                .forEach(kind -> kinds.put(kind, !setting.silenced().contains(kind)));
        return kinds;
    }

    private static List<MemberId> members(Caller caller) {
        return caller.members().stream().sorted().map(MemberId::new).toList();
    }

    /**
     * @param kinds whether each goes to the phone
     * @param ownHours whether the quiet hours are the member's own, not the company's
     */
    record OwnNoticeSetting(
            Map<String, Boolean> kinds,
            @JsonFormat(pattern = "HH:mm") LocalTime quietFrom,
            @JsonFormat(pattern = "HH:mm") LocalTime quietTo,
            boolean ownHours,
            boolean phoneLeftPasses,
            int version) {}
}
