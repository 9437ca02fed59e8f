package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.CodeWelcome;
import io.tilth.acquisition.GreetingOfCode;
import io.tilth.acquisition.code.ChannelCode.Door;
import io.tilth.acquisition.code.ChannelCode.Routing;
import io.tilth.acquisition.code.ChannelCode.Way;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people enter of a code.
 *
 * @param dailyCap adds a day of each member
 * @param byRest members who rest or are off their shift are left out
 * @param balanced who has had clearly more today waits for the others
 * @param remark rule for the customer's remark, with {客户} {渠道} {活码} {日期} {员工}
 */
record ChannelCodeForm(
        @NotBlank @Size(max = 30) String name,
        @NotNull ChannelId channelId,
        @NotNull @Size(max = 100) Set<@NotNull MemberId> members,
        @NotNull @Size(max = 50) Set<@NotNull DepartmentId> departments,
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

    ChannelCode code(ChannelCodeId id, CompanyId company, Door door, String state, int version) {
        var routing = new Routing(
                members, departments, spares, Optional.ofNullable(dailyCap), byRest, balanced, skipVerify, exclusive);
        return new ChannelCode(
                id,
                company,
                door,
                channelId,
                name,
                state,
                routing,
                tags,
                remark,
                Optional.ofNullable(stageId),
                CodeWelcome.of(welcome),
                Optional.ofNullable(expiresAt),
                Optional.empty(),
                Way.NONE,
                version);
    }
}
