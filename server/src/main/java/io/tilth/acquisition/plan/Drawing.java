package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.CodeSpec;
import io.tilth.acquisition.plan.Line.Fate;
import io.tilth.directory.MemberId;
import io.tilth.directory.Shops.Branch;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Draws a shop's code from the template.
 *
 * @param place the channel of a city
 */
record Drawing(PlanTemplate template, Function<String, ChannelId> place) {

    private static final int LONGEST_NAME = 30;

    /** Why there can be no code; empty where there can. */
    Optional<Fate> obstacle(Branch shop) {
        if (shop.department().isEmpty()) {
            return Optional.of(Fate.NO_DEPARTMENT);
        }
        if (shop.guides() == 0) {
            return Optional.of(Fate.NO_GUIDE);
        }
        return template.needsSpare() && spares(shop).isEmpty() ? Optional.of(Fate.NO_SPARE) : Optional.empty();
    }

    /** Whoever joins the shop later joins its code. */
    CodeSpec spec(Branch shop) {
        return new CodeSpec(
                Optional.ofNullable(template.form()).orElse(CodeForm.DIRECT),
                name(shop),
                place.apply(shop.city()),
                Set.of(),
                Set.of(shop.department().orElseThrow()),
                spares(shop),
                Optional.ofNullable(template.dailyCap()),
                template.byRest(),
                template.balanced(),
                template.skipVerify(),
                template.exclusive(),
                template.tags(),
                template.remark(),
                Optional.ofNullable(template.stageId()),
                template.welcome(),
                Optional.ofNullable(template.expiresAt()));
    }

    private Set<MemberId> spares(Branch shop) {
        var spares = new HashSet<>(template.spares());
        if (template.managerSpares()) {
            shop.manager().ifPresent(spares::add);
        }
        return spares;
    }

    private String name(Branch shop) {
        var name = template.pattern()
                .replace("{门店}", shop.name())
                .replace("{编号}", shop.code())
                .replace("{城市}", shop.city())
                .strip();
        int end = name.length() <= LONGEST_NAME ? name.length() : LONGEST_NAME;
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }
}
