package io.tilth.demo;

import io.tilth.acquisition.Arrivals;
import io.tilth.acquisition.Arrivals.Newcomer;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.content.Materials;
import io.tilth.content.Materials.Body;
import io.tilth.content.Materials.Material;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.Follows;
import io.tilth.demo.DemoCast.Friend;
import io.tilth.demo.DemoCast.Reading;
import io.tilth.demo.DemoPlot.Scene;
import io.tilth.demo.DemoStage.Pair;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays the month of the demo company, one day after another; a day that is there already is left alone. */
@Component
@Profile("demo")
class DemoHistory {

    private static final Logger log = LoggerFactory.getLogger(DemoHistory.class);
    private static final Duration MONTH = Duration.ofDays(31);
    private static final int OF_EACH = 60;
    private static final int MOST_MATERIALS = 100;
    private static final int NOT_TOLD = 10;

    private final Members members;
    private final Follows follows;
    private final Customers customers;
    private final Materials materials;
    private final Arrivals arrivals;
    private final DemoCodes codes;
    private final DemoStage.Doors doors;
    private final TenantVisits visits;
    private volatile int percent = 100; // also after another start, when all is there

    DemoHistory(
            Members members,
            Follows follows,
            Customers customers,
            Materials materials,
            Arrivals arrivals,
            DemoCodes codes,
            DemoStage.Doors doors,
            TenantVisits visits) {
        this.members = members;
        this.follows = follows;
        this.customers = customers;
        this.materials = materials;
        this.arrivals = arrivals;
        this.codes = codes;
        this.doors = doors;
        this.visits = visits;
    }

    void happen(TenantId tenant, CompanyId company, DemoFigures figures, Instant begun) {
        var cast = visits.system(tenant, () -> cast(company, begun));
        var days = new DemoMonth(cast, figures, begun).plot().days(begun);
        var stage = new DemoStage(doors);
        int told = 0;
        percent = 0;
        for (var day : days.entrySet()) {
            visits.system(tenant, () -> play(stage, day.getValue()));
            percent = 100 * ++told / days.size();
            if (told % NOT_TOLD == 0 || told == days.size()) {
                log.info("The demo company's past: {} of {} days are there.", told, days.size());
            }
        }
        visits.system(tenant, () -> {
            codes.greet(cast.material("118").id());
            return true;
        });
    }

    int percent() {
        return percent;
    }

    static boolean play(DemoStage stage, List<Scene> scenes) {
        boolean there = scenes.stream()
                .anyMatch(scene -> scene.share()
                        .filter(share -> stage.isSent(share, scene.at()))
                        .isPresent());
        if (!there) {
            scenes.forEach(scene -> scene.act().accept(stage));
        }
        return !there;
    }

    private DemoCast cast(CompanyId company, Instant begun) {
        var staff = staff(company);
        var channels = codes.channels();
        var came = arrivals.newcomers(begun.minus(MONTH)).stream()
                .filter(one -> staff.containsKey(one.member()))
                .toList();
        var names = customers.names(came.stream().map(Newcomer::customer).toList());
        var newcomers =
                came.stream().map(one -> friend(one, names, channels, staff)).toList();
        var known = new HashSet<CustomerId>(names.keySet());
        return new DemoCast(newcomers, old(staff, known), readings());
    }

    private static Friend friend(
            Newcomer one,
            Map<CustomerId, String> names,
            Map<ChannelCodeId, String> channels,
            Map<MemberId, Double> staff) {
        return new Friend(
                new Pair(one.customer(), one.member()),
                names.getOrDefault(one.customer(), ""),
                Optional.of(one.at()),
                channels.getOrDefault(one.code(), ""),
                staff.getOrDefault(one.member(), 0.0));
    }

    /** Of each member those whom they know longest. */
    private List<Friend> old(Map<MemberId, Double> staff, Set<CustomerId> known) {
        var old = new ArrayList<Friend>();
        staff.forEach((member, diligence) -> follows.of(member).stream()
                .filter(one -> known.add(one.customer()))
                .limit(Math.round(OF_EACH * (0.4 + diligence)))
                .forEach(one ->
                        old.add(new Friend(new Pair(one.customer(), member), "", Optional.empty(), "", diligence))));
        return old;
    }

    /** Whoever has customers, and how diligent they are: 林晓 most of all. */
    private Map<MemberId, Double> staff(CompanyId company) {
        var users = members.withCustomers(company);
        var staff = new LinkedHashMap<MemberId, Double>();
        members.findAll(members.ofUsers(company, users).values()).values().stream()
                .sorted(Comparator.comparing(Member::userId))
                .forEach(one -> staff.put(one.id(), diligence(one.userId())));
        return staff;
    }

    private static double diligence(String user) {
        return user.equals("linxiao") ? 1 : 0.2 + 0.75 * Math.floorMod(user.hashCode(), 100) / 100;
    }

    private List<Reading> readings() {
        return materials.published(MOST_MATERIALS).stream().map(this::reading).toList();
    }

    private Reading reading(Material material) {
        int pages = materials
                .body(material.id())
                .map(body -> body instanceof Body.Document document
                        ? document.pages().size()
                        : 0)
                .orElse(0);
        return new Reading(material.title(), material.id(), material.priced(), pages);
    }

    /** Documents are published once their pages are drawn. */
    boolean mayBegin(int titles) {
        return materials.published(MOST_MATERIALS).size() >= titles;
    }
}
