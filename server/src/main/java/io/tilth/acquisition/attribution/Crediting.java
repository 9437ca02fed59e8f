package io.tilth.acquisition.attribution;

import io.tilth.acquisition.ChannelCodes.Code;
import io.tilth.customer.ExternalContactAdded;
import io.tilth.customer.ExternalContactAdded.Beginning;
import io.tilth.directory.Members;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a new friend means for the code. Within the caller's transaction. */
@Component
class Crediting {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd");

    private final CodeArrivalRepository arrivals;
    private final Members members;
    private final Tenants tenants;

    Crediting(CodeArrivalRepository arrivals, Members members, Tenants tenants) {
        this.arrivals = arrivals;
        this.members = members;
        this.tenants = tenants;
    }

    Arrival arrival(Code code, ExternalContactAdded added) {
        boolean spare = code.spares().contains(added.member());
        return new Arrival(
                code.id(),
                added.follow(),
                added.customer(),
                added.member(),
                added.at(),
                added.beginning() == Beginning.NEW_CUSTOMER,
                !code.live(),
                !spare
                        && code.dailyCap()
                                .filter(cap -> hadToday(code, added) >= cap)
                                .isPresent(),
                spare);
    }

    /** With the customer's name left open: nobody may know it yet. */
    Optional<String> remark(Code code, ExternalContactAdded added) {
        return code.remark()
                .map(rule -> rule.replace("{渠道}", code.channel().name())
                        .replace("{活码}", code.name())
                        .replace("{日期}", DAY.format(added.at().atZone(zone())))
                        .replace(
                                "{员工}",
                                members.find(added.member())
                                        .map(Members.Member::name)
                                        .orElse("")));
    }

    private int hadToday(Code code, ExternalContactAdded added) {
        return arrivals.load(code.id(), midnight(added.at())).getOrDefault(added.member(), 0);
    }

    private Instant midnight(Instant at) {
        var zone = zone();
        return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private ZoneId zone() {
        return tenants.find(TenantScope.current()).orElseThrow().timeZone();
    }
}
