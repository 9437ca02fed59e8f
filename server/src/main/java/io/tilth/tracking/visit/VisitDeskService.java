package io.tilth.tracking.visit;

import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved.Deed;
import io.tilth.tracking.visit.VisitDeskRepository.Place;
import io.tilth.tracking.visit.VisitDeskRepository.Stranger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people look up about visits. */
@Service
@Transactional(readOnly = true)
class VisitDeskService {

    private final VisitDeskRepository visits;
    private final Shares shares;
    private final Materials materials;
    private final Customers customers;
    private final Members members;
    private final VisibleMembers visible;

    VisitDeskService(
            VisitDeskRepository visits,
            Shares shares,
            Materials materials,
            Customers customers,
            Members members,
            VisibleMembers visible) {
        this.visits = visits;
        this.shares = shares;
        this.materials = materials;
        this.customers = customers;
        this.members = members;
        this.visible = visible;
    }

    Page<ListedVisit> of(ShareId share, Paging paging) {
        check(share);
        var page = Page.of(
                visits.of(share, paging.afterId(), paging.rows()),
                paging,
                row -> row.id().value().toString());
        var people = names(page.items().stream().map(VisitDeskRepository.Row::reader));
        return page.map(row -> new ListedVisit(
                row.id(),
                row.certainty(),
                row.reader()
                        .map(id -> new VisitReader(id, people.getOrDefault(id, "")))
                        .orElse(null),
                row.forwarded(),
                row.openedAt(),
                row.lastAt(),
                row.seconds(),
                row.percent(),
                row.pages(),
                row.deeds(),
                row.endedAt().orElse(null)));
    }

    /** Who handed it on to whom: each reader names by whose address they came. */
    List<ChainLink> chain(ShareId share) {
        check(share);
        var links = visits.chain(share);
        var people = names(links.stream().map(VisitDeskRepository.Link::reader));
        return links.stream()
                .map(link -> new ChainLink(
                        link.hop(),
                        link.via().orElse(null),
                        link.certainty(),
                        link.reader()
                                .map(id -> new VisitReader(id, people.getOrDefault(id, "")))
                                .orElse(null),
                        link.visits(),
                        link.seconds(),
                        link.percent(),
                        link.openedAt()))
                .toList();
    }

    /** Who reads and is not known, 匿名访客; the last first. */
    Page<AnonymousVisitor> strangers(Paging paging) {
        var page = Page.of(
                visits.strangers(visible.ofCaller(), paging.after().map(VisitDeskService::place), paging.rows()),
                paging,
                row -> row.lastAt() + " " + row.visitor().value());
        var about = materials.findAll(
                page.items().stream().map(Stranger::material).distinct().toList());
        var staff = members.findAll(
                page.items().stream().map(Stranger::member).distinct().toList());
        return page.map(row -> new AnonymousVisitor(
                row.visitor(),
                row.firstAt(),
                row.lastAt(),
                row.visits(),
                row.shares(),
                row.seconds(),
                row.percent(),
                new LastRead(
                        row.material(),
                        Optional.ofNullable(about.get(row.material()))
                                .map(Materials.Material::title)
                                .orElse("")),
                new LastSender(
                        row.member(),
                        Optional.ofNullable(staff.get(row.member()))
                                .map(Members.Member::name)
                                .orElse(""))));
    }

    private void check(ShareId share) {
        var sender =
                Optional.ofNullable(shares.findAll(List.of(share)).get(share)).map(Shares.Sent::sender);
        var seen = visible.ofCaller();
        if (sender.isEmpty() || !seen.map(all -> all.contains(sender.get())).orElse(true)) {
            throw Refusal.notFound("share-not-found");
        }
    }

    private Map<CustomerId, String> names(Stream<Optional<CustomerId>> readers) {
        return customers.names(readers.flatMap(Optional::stream).distinct().toList());
    }

    private static Place place(String position) {
        var parts = position.split(" ");
        try {
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "cursor-not-valid");
        }
    }

    /** @param pages seconds of each page of a document, from page 1 */
    record ListedVisit(
            VisitId id,
            Certainty certainty,
            @Nullable VisitReader reader,
            boolean forwarded,
            Instant openedAt,
            Instant lastAt,
            int seconds,
            int percent,
            List<Integer> pages,
            List<Deed> deeds,
            @Nullable Instant endedAt) {}

    record VisitReader(CustomerId id, String name) {}

    /** @param via the link of whoever handed it on; null when it came from the member */
    record ChainLink(
            UUID id,
            @Nullable UUID via,
            Certainty certainty,
            @Nullable VisitReader reader,
            int visits,
            int seconds,
            int percent,
            Instant openedAt) {}

    /** @param shares how many different links they read */
    record AnonymousVisitor(
            VisitorId id,
            Instant firstAt,
            Instant lastAt,
            int visits,
            int shares,
            int seconds,
            int percent,
            LastRead material,
            LastSender member) {}

    record LastRead(MaterialId id, String title) {}

    record LastSender(MemberId id, String name) {}
}
