package io.tilth.tracking.share;

import io.tilth.content.FileAddress;
import io.tilth.content.Materials;
import io.tilth.content.Materials.Material;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.VisibleCustomers;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares;
import io.tilth.tracking.Shares.Share;
import io.tilth.tracking.share.ListedShare.ShareMember;
import io.tilth.tracking.share.ListedShare.SharePerson;
import io.tilth.tracking.share.ListedShare.SharedMaterial;
import io.tilth.tracking.share.ShareListRepository.Row;
import io.tilth.tracking.share.ShareListRepository.Wanted;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with shares at their screens. */
@Service
@Transactional
class ShareDeskService {

    private final Shares shares;
    private final ShareListRepository list;
    private final Materials materials;
    private final Customers customers;
    private final VisibleCustomers visible;
    private final Members members;
    private final VisibleMembers seen;

    ShareDeskService(
            Shares shares,
            ShareListRepository list,
            Materials materials,
            Customers customers,
            VisibleCustomers visible,
            Members members,
            VisibleMembers seen) {
        this.shares = shares;
        this.list = list;
        this.materials = materials;
        this.customers = customers;
        this.visible = visible;
        this.members = members;
        this.seen = seen;
    }

    Minted mint(NewShare wanted) {
        var material = materials
                .find(wanted.materialId())
                .filter(found -> found.state() == Materials.State.PUBLISHED)
                .orElseThrow(() -> Refusal.notFound("material-not-published"));
        var meant = Optional.ofNullable(wanted.customerId()).map(this::seen);
        var share = shares.mint(material.id(), me(), meant, wanted.way());
        return new Minted(
                share,
                material,
                material.cover().map(FileAddress::path).map(path -> share.url().resolve(path)));
    }

    void sent(ShareId share) {
        shares.sent(mine(share));
    }

    void cancel(ShareId share) {
        shares.cancel(mine(share));
    }

    @Transactional(readOnly = true)
    Page<ListedShare> list(Wanted wanted, Paging paging) {
        var rows = list.list(wanted, seen.ofCaller(), paging.afterId(), paging.rows());
        var page = Page.of(rows, paging, row -> row.id().value().toString());
        return new Page<>(listed(page.items()), page.next());
    }

    /** A share in the caller's sight. */
    @Transactional(readOnly = true)
    ListedShare get(ShareId share) {
        var row = list.find(share)
                .filter(found ->
                        seen.ofCaller().map(all -> all.contains(found.member())).orElse(true))
                .orElseThrow(() -> Refusal.notFound("share-not-found"));
        return listed(List.of(row)).getFirst();
    }

    /** The caller as a member of the company. */
    static MemberId me() {
        return Caller.current().members().stream()
                .map(MemberId::new)
                .findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.BROKEN_RULE, "share-without-member"));
    }

    private CustomerId seen(CustomerId customer) {
        return visible.find(customer).orElseThrow(() -> Refusal.notFound("customer-not-found"));
    }

    private ShareId mine(ShareId share) {
        return list.find(share)
                .filter(row -> Caller.current().members().contains(row.member().value()))
                .map(Row::id)
                .orElseThrow(() -> Refusal.notFound("share-not-found"));
    }

    private List<ListedShare> listed(List<Row> rows) {
        var sums = list.sums(rows.stream().map(Row::id).toList());
        var about =
                materials.findAll(rows.stream().map(Row::material).distinct().toList());
        var staff = members.findAll(rows.stream().map(Row::member).distinct().toList());
        var people = customers.names(
                rows.stream().flatMap(row -> row.customer().stream()).distinct().toList());
        return rows.stream()
                .map(row -> {
                    var sum = Optional.ofNullable(sums.get(row.id()));
                    var member = Optional.ofNullable(staff.get(row.member())).map(Members.Member::name);
                    return new ListedShare(
                            row.id(),
                            material(row, Optional.ofNullable(about.get(row.material()))),
                            new ShareMember(row.member(), member.orElse("")),
                            row.customer()
                                    .map(id -> new SharePerson(id, people.getOrDefault(id, "")))
                                    .orElse(null),
                            row.way(),
                            row.state(),
                            row.madeAt(),
                            row.sentAt().orElse(null),
                            sum.map(ShareListRepository.Sum::visits).orElse(0),
                            sum.map(ShareListRepository.Sum::readers).orElse(0),
                            sum.map(ShareListRepository.Sum::forwards).orElse(0),
                            sum.map(ShareListRepository.Sum::seconds).orElse(0),
                            sum.map(ShareListRepository.Sum::lastAt).orElse(null));
                })
                .toList();
    }

    private static SharedMaterial material(Row row, Optional<Material> found) {
        return new SharedMaterial(
                row.material(),
                found.map(Material::title).orElse(""),
                found.map(Material::kind).orElse(null),
                found.map(Material::priced).orElse(false));
    }

    record Minted(Share share, Material material, Optional<URI> picture) {}
}
