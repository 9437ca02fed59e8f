package io.tilth.directory.shop;

import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.directory.Shops;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.wecom.CompanyId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ShopService implements Shops {

    private final ShopRepository shops;
    private final BranchRepository branches;
    private final Audit audit;

    ShopService(ShopRepository shops, BranchRepository branches, Audit audit) {
        this.shops = shops;
        this.branches = branches;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    Page<ListedShop> search(String q, Paging paging) {
        return Page.of(shops.search(q.strip(), paging.after().orElse(""), paging.rows()), paging, ListedShop::code);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Shops.Place> of(MemberId member) {
        return shops.of(member);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Shops.Branch> all(CompanyId company) {
        return branches.all(company);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Shops.Named> within(Optional<Set<MemberId>> sight) {
        return shops.within(sight);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MemberId> staff(Optional<ShopId> shop, int most) {
        return shops.staff(shop, most);
    }

    @Override
    public Optional<ShopId> open(CompanyId company, String department, String code, String city, String address) {
        return shops.free(company, department)
                .map(found -> new Shop(
                        ShopId.next(), code, department, city, address, Optional.of(found.id()), found.leader(), 1))
                .map(shop -> open(shop).id());
    }

    @Transactional(readOnly = true)
    ListedShop get(ShopId id) {
        return shops.find(id).orElseThrow(() -> Refusal.notFound("shop-not-found"));
    }

    ListedShop open(Shop shop) {
        check(shop);
        if (!shops.insert(shop)) {
            throw Refusal.conflict("shop-taken");
        }
        audit.note("shop.opened", subject(shop));
        return get(shop.id());
    }

    ListedShop change(Shop shop) {
        var before = get(shop.id());
        check(shop);
        if (!shops.update(shop)) {
            throw Refusal.stale(before);
        }
        audit.note("shop.changed", subject(shop));
        return get(shop.id());
    }

    void close(ShopId id) {
        var shop = get(id);
        shops.delete(id);
        audit.note("shop.closed", Subject.of("shop", id.value(), shop.name()));
    }

    /** The unique keys catch those who do the same at the same moment; this says it in words. */
    private void check(Shop shop) {
        Refusal.unless(shops.knows(shop), "shop-of-nobody");
        if (shops.findRival(shop).isPresent()) {
            throw Refusal.conflict("shop-taken");
        }
    }

    private static Subject subject(Shop shop) {
        return Subject.of("shop", shop.id().value(), shop.name());
    }
}
