package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.CodeSpec;
import io.tilth.acquisition.CodeStanding;
import io.tilth.acquisition.CodeWelcome;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import io.tilth.tracking.ShareCode;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A code that leads whoever scans it to one of its members, 渠道活码.
 *
 * @param state comes back with whoever scans
 */
record ChannelCode(
        ChannelCodeId id,
        CompanyId company,
        Door door,
        ChannelId channel,
        String name,
        String state,
        Routing routing,
        Set<TagId> tags,
        String remark,
        Optional<StageId> stage,
        CodeWelcome welcome,
        Optional<Instant> expiresAt,
        Optional<Instant> retiredAt,
        Way way,
        int version) {

    ChannelCode {
        name = name.strip();
        remark = remark.strip();
        tags = Set.copyOf(tags);
        Refusal.unless(!name.isEmpty(), "channel-code-without-name");
    }

    /** Short, unlike any that another tool would choose, and hard to guess: who scans brings it. */
    static String newState() {
        return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** A way to one member, and a click on a link, say a little more than the code's own state. */
    static Optional<String> behind(String state) {
        int end = state.indexOf('_');
        return end > 0 ? Optional.of(state.substring(0, end)) : Optional.empty();
    }

    /** Whether it still credits its channel; what was printed goes on leading to the spares. */
    boolean isLive(Instant now) {
        return retiredAt.isEmpty()
                && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }

    ChannelCode greeting(CodeWelcome words) {
        return new ChannelCode(
                id, company, door, channel, name, state, routing, tags, remark, stage, words, expiresAt, retiredAt, way,
                version);
    }

    CodeStanding standing(Instant now) {
        if (retiredAt.isPresent()) {
            return CodeStanding.RETIRED;
        }
        if (!isLive(now)) {
            return CodeStanding.OVER;
        }
        if (way.trouble().isPresent()) {
            return CodeStanding.TROUBLED;
        }
        return way.configId().or(way::content).isPresent() ? CodeStanding.LIVE : CodeStanding.PENDING;
    }

    /** What may be sent as well as printed. */
    Optional<String> address() {
        return door.form().hasPage() ? way.content() : Optional.empty();
    }

    CodeSpec spec() {
        return new CodeSpec(
                door.form(),
                name,
                channel,
                routing.members,
                routing.departments,
                routing.spares,
                routing.dailyCap,
                routing.byRest,
                routing.balanced,
                routing.skipVerify,
                routing.exclusive,
                tags,
                remark,
                stage,
                welcome.told(),
                expiresAt);
    }

    /**
     * What stands on paper.
     *
     * @param page what stands in the address of our page before it; empty where WeCom's own code is printed
     */
    record Door(CodeForm form, Optional<String> page) {

        static Door of(CodeForm form) {
            return new Door(
                    form,
                    form.hasPage()
                            ? Optional.of(ShareCode.next(TenantScope.current()).text())
                            : Optional.empty());
        }
    }

    /**
     * Who is on the list.
     *
     * @param byRest whether members who rest are left out
     * @param balanced whether those who have had clearly more today wait for the others
     */
    record Routing(
            Set<MemberId> members,
            Set<DepartmentId> departments,
            Set<MemberId> spares,
            Optional<Integer> dailyCap,
            boolean byRest,
            boolean balanced,
            boolean skipVerify,
            boolean exclusive) {

        Routing {
            members = Set.copyOf(members);
            departments = Set.copyOf(departments);
            spares = Set.copyOf(spares);
            Refusal.unless(!members.isEmpty() || !departments.isEmpty(), "channel-code-without-member");
            // Otherwise the code could be left with nobody, and somebody has it in print.
            Refusal.unless((dailyCap.isEmpty() && !byRest) || !spares.isEmpty(), "channel-code-without-spare");
        }

        /** Those who are named themselves, spares too. */
        Set<MemberId> named() {
            var all = new HashSet<>(members);
            all.addAll(spares);
            return all;
        }
    }

    /**
     * What WeCom has.
     *
     * @param content what the picture says
     * @param live what WeCom was last told
     * @param trouble why it could not be told
     */
    record Way(Optional<String> configId, Optional<String> content, String live, Optional<String> trouble) {

        static final Way NONE = new Way(Optional.empty(), Optional.empty(), "", Optional.empty());
    }
}
