package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodesOfPlans;
import io.tilth.directory.ShopId;
import io.tilth.directory.Shops;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class PlanCodeService implements CodesOfPlans {

    private final PlanRepository plans;
    private final Shops shops;

    PlanCodeService(PlanRepository plans, Shops shops) {
        this.plans = plans;
        this.shops = shops;
    }

    @Override
    public List<ChannelCodeId> of(UUID id) {
        var plan = plans.find(new PlanId(id));
        if (plan.isEmpty()) {
            return List.of();
        }
        var codes = plans.sown(plan.get().id()).stream()
                .filter(one -> !one.dropped())
                .collect(Collectors.toMap(Sown::shop, Sown::code));
        return shops.all(plan.get().company()).stream()
                .flatMap(shop -> Optional.ofNullable(codes.get(shop.id())).stream())
                .toList();
    }

    @Override
    public Map<ChannelCodeId, String> shops(Collection<ChannelCodeId> codes) {
        var wanted = plans.ownedOf(codes);
        var names = new HashMap<ShopId, String>();
        wanted.stream()
                .map(PlanRepository.OfShop::company)
                .distinct()
                .flatMap(company -> shops.all(company).stream())
                .forEach(shop -> names.put(shop.id(), shop.name()));
        return wanted.stream()
                .filter(one -> names.containsKey(one.shop()))
                .collect(Collectors.toMap(PlanRepository.OfShop::code, one -> names.getOrDefault(one.shop(), "")));
    }
}
