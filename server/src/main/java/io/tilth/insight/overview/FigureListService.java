package io.tilth.insight.overview;

import io.tilth.acquisition.Channels;
import io.tilth.content.Materials;
import io.tilth.content.Materials.Material;
import io.tilth.customer.Customers;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.insight.overview.FigureRowRepository.Row;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows behind a figure, with the names of everybody in them. */
@Service
@Transactional(readOnly = true)
class FigureListService {

    private final FigureRowRepository figures;
    private final VantageService vantages;
    private final Channels channels;
    private final Customers customers;
    private final Members members;
    private final Materials materials;

    FigureListService(
            FigureRowRepository figures,
            VantageService vantages,
            Channels channels,
            Customers customers,
            Members members,
            Materials materials) {
        this.figures = figures;
        this.vantages = vantages;
        this.channels = channels;
        this.customers = customers;
        this.members = members;
        this.materials = materials;
    }

    /** The latest first. */
    Page<ListedFigure> rows(WantedFigure wanted, Paging paging) {
        var from = vantages.on(wanted.period());
        var after = paging.after().map(FigureListService::position);
        var found = figures.rows(
                wanted.figure(),
                from.spans().of(wanted.figure()).now(),
                sight(from.sight(), Optional.ofNullable(wanted.member())),
                behind(wanted),
                after,
                paging.rows());
        return listed(Page.of(found, paging, row -> row.at() + " " + row.id()));
    }

    private static Sight sight(Sight whole, Optional<MemberId> member) {
        if (member.isEmpty()) {
            return whole;
        }
        if (whole.members().filter(seen -> !seen.contains(member.get())).isPresent()) {
            throw Refusal.notFound("member-not-found");
        }
        return new Sight(member.map(Set::of));
    }

    private Behind behind(WantedFigure wanted) {
        var tree = new ChannelTree(channels.all());
        return new Behind(
                Optional.ofNullable(wanted.shop()),
                Optional.ofNullable(wanted.channel()).map(tree::below),
                Optional.of(tree.ids()).filter(any -> wanted.channel() == null && wanted.isByNoChannel()));
    }

    private Page<ListedFigure> listed(Page<Row> page) {
        var rows = page.items();
        var people = customers.names(
                rows.stream().flatMap(row -> row.customer().stream()).toList());
        var staff = members.findAll(rows.stream().map(Row::member).distinct().toList());
        var about = materials.findAll(
                rows.stream().flatMap(row -> row.material().stream()).distinct().toList());
        return page.map(row -> new ListedFigure(
                row.id(),
                row.customer().orElse(null),
                row.customer().map(one -> people.getOrDefault(one, "")).orElse(""),
                row.member(),
                Optional.ofNullable(staff.get(row.member())).map(Member::name).orElse(""),
                row.material()
                        .map(one -> Optional.ofNullable(about.get(one))
                                .map(Material::title)
                                .orElse(""))
                        .orElse(null),
                row.at()));
    }

    private static Row position(String cursor) {
        var parts = cursor.split(" ", 2);
        try {
            return new Row(
                    UUID.fromString(parts[1]),
                    Optional.empty(),
                    new MemberId(new UUID(0, 0)),
                    Instant.parse(parts[0]),
                    Optional.empty());
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "cursor-not-valid");
        }
    }
}
