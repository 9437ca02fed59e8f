package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.CodeStanding;
import io.tilth.acquisition.GreetingOfCode;
import io.tilth.acquisition.code.CodeDeskService.Shown;
import io.tilth.acquisition.code.CodeDeskService.Waiting;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members.Member;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A channel code as people see it.
 *
 * @param channels from the top down; the last is its own
 * @param address what the picture says, where it may also be sent as a link
 * @param clickAddress of a link: takes an advertiser's click number as {@code ?click=}
 * @param trouble why WeCom does not have it as it should
 * @param why the same in words
 * @param aside members of the code whom WeCom does not take for now; the others go on
 * @param drawn whether there is a picture to print
 * @param quiet nobody has scanned it for seven days
 */
record ListedChannelCode(
        ChannelCodeId id,
        String name,
        CompanyId companyId,
        CodeForm form,
        @Nullable String address,
        @Nullable String clickAddress,
        List<ChannelOfCode> channels,
        CodeStanding state,
        @Nullable String trouble,
        @Nullable String why,
        boolean drawn,
        List<LedMember> members,
        List<LedDepartment> departments,
        List<LedMember> spares,
        List<MemberAside> aside,
        @Nullable Integer dailyCap,
        boolean byRest,
        boolean balanced,
        boolean skipVerify,
        boolean exclusive,
        Set<TagId> tags,
        String remark,
        @Nullable StageId stageId,
        GreetingOfCode welcome,
        @Nullable Instant expiresAt,
        int today,
        int added,
        int fresh,
        @Nullable Instant lastAt,
        boolean quiet,
        int version) {

    static ListedChannelCode of(Shown shown, Instant now, Words words) {
        var code = shown.code();
        var routing = code.routing();
        var trouble = code.way().trouble();
        return new ListedChannelCode(
                code.id(),
                code.name(),
                code.company(),
                code.door().form(),
                code.address().orElse(null),
                clickAddress(code, words),
                shown.path().stream()
                        .map(one -> new ChannelOfCode(one.id(), one.name()))
                        .toList(),
                code.standing(now),
                trouble.orElse(null),
                trouble.map(words.trouble()).orElse(null),
                code.way().content().isPresent(),
                led(shown.members()),
                places(shown.departments()),
                led(shown.spares()),
                aside(shown.waiting(), words),
                routing.dailyCap().orElse(null),
                routing.byRest(),
                routing.balanced(),
                routing.skipVerify(),
                routing.exclusive(),
                code.tags(),
                code.remark(),
                code.stage().orElse(null),
                code.welcome().told(),
                code.expiresAt().orElse(null),
                shown.sum().today(),
                shown.sum().added(),
                shown.sum().fresh(),
                shown.sum().last().orElse(null),
                shown.quiet(now),
                code.version());
    }

    private static @Nullable String clickAddress(ChannelCode code, Words words) {
        return code.door()
                .page()
                .filter(page -> code.door().form() == CodeForm.LINK)
                .map(words.page())
                .orElse(null);
    }

    private static List<LedMember> led(List<Member> some) {
        return some.stream()
                .map(one -> new LedMember(one.id(), one.name(), one.here()))
                .toList();
    }

    private static List<MemberAside> aside(List<Waiting> some, Words words) {
        return some.stream()
                .map(one -> new MemberAside(
                        one.member().id(), one.member().name(), words.aside().apply(one.reason())))
                .toList();
    }

    private static List<LedDepartment> places(List<Map.Entry<DepartmentId, String>> some) {
        return some.stream()
                .map(one -> new LedDepartment(one.getKey(), one.getValue()))
                .toList();
    }

    record ChannelOfCode(ChannelId id, String name) {}

    /**
     * Sentences for what WeCom answers.
     *
     * @param page where a page of ours is
     */
    record Words(Function<String, String> trouble, Function<String, String> aside, Function<String, String> page) {}

    /** @param why in words */
    record MemberAside(MemberId id, String name, String why) {}

    record LedMember(MemberId id, String name, boolean here) {}

    record LedDepartment(DepartmentId id, String name) {}
}
