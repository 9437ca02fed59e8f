package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.GreetingOfCode;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.directory.Shops.Branch;
import io.tilth.kernel.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people enter of a plan, and what is kept of it.
 *
 * @param form of the codes that are made from now on; 直连码 unless another is told
 * @param cities where only those are wanted; a shop that opens there later belongs to it
 * @param shops where only these are wanted
 * @param pattern the codes' names, with {门店} {编号} {城市}
 * @param byCity whether each city has a channel of its own below the given one
 * @param managerSpares whether the shop's manager stands in
 * @param spares who stands in for all shops, or where there is no manager
 */
record PlanTemplate(
        @NotBlank @Size(max = 30) String name,
        @Nullable CodeForm form,
        @NotNull PlanScope scope,
        @NotNull @Size(max = 500) Set<@NotBlank @Size(max = 30) String> cities,
        @NotNull @Size(max = 3_000) Set<@NotNull ShopId> shops,
        @NotBlank @Size(max = 60) String pattern,
        @NotNull ChannelId channelId,
        @NotNull Boolean byCity,
        @NotNull Boolean managerSpares,
        @NotNull @Size(max = 20) Set<@NotNull MemberId> spares,
        @Nullable @Min(1) @Max(1000) Integer dailyCap,
        @NotNull Boolean byRest,
        @NotNull Boolean balanced,
        @NotNull Boolean skipVerify,
        @NotNull Boolean exclusive,
        @NotNull @Size(max = 20) Set<@NotNull TagId> tags,
        @NotNull @Size(max = 60) String remark,
        @Nullable StageId stageId,
        @NotNull @Valid GreetingOfCode welcome,
        @Nullable Instant expiresAt) {

    /** Whether the plan is to have a code for the shop. */
    boolean wants(Branch shop) {
        return switch (scope) {
            case ALL -> true;
            case CITIES -> cities.contains(shop.city());
            case SHOPS -> shops.contains(shop.id());
        };
    }

    boolean needsSpare() {
        return dailyCap != null || byRest;
    }

    void check() {
        Refusal.unless(!name.isBlank(), "plan-without-name");
        Refusal.unless(form != CodeForm.LINK, "plan-of-links");
        Refusal.unless(pattern.contains("{门店}") || pattern.contains("{编号}"), "plan-pattern-without-shop");
        Refusal.unless(scope != PlanScope.CITIES || !cities.isEmpty(), "plan-without-shop");
        Refusal.unless(scope != PlanScope.SHOPS || !shops.isEmpty(), "plan-without-shop");
        Refusal.unless(!needsSpare() || managerSpares || !spares.isEmpty(), "channel-code-without-spare");
    }

    enum PlanScope {
        ALL,
        CITIES,
        SHOPS
    }
}
