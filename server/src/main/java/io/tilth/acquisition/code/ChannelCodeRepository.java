package io.tilth.acquisition.code;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.code.ChannelCode.Way;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ChannelCodeRepository {

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    ChannelCodeRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(ChannelCode code, UUID by, Instant now) {
        values(jdbc.sql("""
                insert into acquisition.channel_code (tenant_id, id, company_id, form, page_key, channel_id, name,
                    state_key, daily_cap, by_rest, balanced, skip_verify, exclusive, remark, stage_id, welcome, expires_at, created_by,
                    created_at)
                values (:tenant, :id, :company, :form, :page, :channel, :name, :state, :cap, :byRest, :balanced, :skip, :exclusive,
                    :remark, :stage, cast(:welcome as jsonb), :expires, :by, :now)
                """), code)
                .param("company", code.company().value())
                .param("form", code.door().form().name())
                .param("page", code.door().page().orElse(null))
                .param("state", code.state())
                .param("by", by)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** False when it has another version by now. */
    boolean update(ChannelCode code) {
        return values(jdbc.sql("""
                update acquisition.channel_code
                set channel_id = :channel, name = :name, daily_cap = :cap, by_rest = :byRest, balanced = :balanced,
                    skip_verify = :skip, exclusive = :exclusive, remark = :remark, stage_id = :stage,
                    welcome = cast(:welcome as jsonb), expires_at = :expires, version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """), code).param("version", code.version()).update() == 1;
    }

    void retire(ChannelCodeId id, Instant now) {
        jdbc.sql("""
                update acquisition.channel_code
                set retired_at = :now, version = version + 1
                where tenant_id = :tenant and id = :id and retired_at is null
                """).param("id", id.value()).param("now", now.atOffset(UTC)).update();
    }

    /** Replaces what hangs on the code. */
    void hang(ChannelCode code) {
        unhang(code.id());
        var routing = code.routing();
        jdbc.sql("""
                insert into acquisition.channel_code_member (tenant_id, code_id, member_id, spare)
                select :tenant, :code, told.member, told.spare
                from (
                    select unnest(cast(:members as uuid[])) as member, false as spare
                    union all
                    select unnest(cast(:spares as uuid[])), true) told
                """)
                .param("code", code.id().value())
                .param("members", Columns.of(routing.members(), MemberId::value))
                .param("spares", Columns.of(routing.spares(), MemberId::value))
                .update();
        jdbc.sql("""
                insert into acquisition.channel_code_department (tenant_id, code_id, department_id)
                select :tenant, :code, told.department
                from unnest(cast(:departments as uuid[])) as told (department)
                """)
                .param("code", code.id().value())
                .param("departments", Columns.of(routing.departments(), DepartmentId::value))
                .update();
        jdbc.sql("""
                insert into acquisition.channel_code_tag (tenant_id, code_id, tag_id)
                select :tenant, :code, told.tag
                from unnest(cast(:tags as uuid[])) as told (tag)
                """)
                .param("code", code.id().value())
                .param("tags", Columns.of(code.tags(), TagId::value))
                .update();
    }

    private void unhang(ChannelCodeId code) {
        jdbc.sql("delete from acquisition.channel_code_member where tenant_id = :tenant and code_id = :code")
                .param("code", code.value())
                .update();
        jdbc.sql("delete from acquisition.channel_code_department where tenant_id = :tenant and code_id = :code")
                .param("code", code.value())
                .update();
        jdbc.sql("delete from acquisition.channel_code_tag where tenant_id = :tenant and code_id = :code")
                .param("code", code.value())
                .update();
    }

    /**
     * Nobody else tells WeCom of the code until then.
     *
     * @return since when WeCom may have it: now, or longer if an answer was lost; empty when somebody else is at it
     */
    Optional<Instant> claim(ChannelCodeId id, Instant now, Instant until) {
        return jdbc.sql("""
                update acquisition.channel_code
                set asked_at = case when config_id is null then coalesce(asked_at, :now) else asked_at end,
                    busy_until = :until
                where tenant_id = :tenant and id = :id and (busy_until is null or busy_until < :now)
                returning coalesce(asked_at, :now)
                """)
                .param("id", id.value())
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** @param lost whether WeCom may have made it all the same */
    void release(ChannelCodeId id, boolean lost) {
        jdbc.sql("""
                update acquisition.channel_code
                set busy_until = null, asked_at = case when :lost or config_id is not null then asked_at end
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).param("lost", lost).update();
    }

    /** Whoever else wants to hold it waits; rows that name it may still be written. */
    void hold(ChannelCodeId id) {
        jdbc.sql("""
                select 1
                from acquisition.channel_code
                where tenant_id = :tenant and id = :id
                for no key update
                """).param("id", id.value()).query(Integer.class).optional();
    }

    /** The ids by which WeCom knows codes that it was asked for since then. */
    Set<String> configs(CompanyId company, Instant since) {
        return Set.copyOf(jdbc.sql("""
                select config_id
                from acquisition.channel_code
                where tenant_id = :tenant and company_id = :company and coalesce(asked_at, created_at) >= :since
                    and config_id is not null
                """)
                .param("company", company.value())
                .param("since", since.atOffset(UTC))
                .query(String.class)
                .list());
    }

    /** WeCom no longer has it. */
    void closed(CompanyId company, String configId) {
        jdbc.sql("""
                update acquisition.channel_code
                set trouble = 'link-closed'
                where tenant_id = :tenant and company_id = :company and config_id = :config and form = 'LINK'
                """)
                .param("company", company.value())
                .param("config", configId)
                .update();
    }

    /** WeCom was told. */
    void tell(ChannelCodeId id, Way way) {
        jdbc.sql("""
                update acquisition.channel_code
                set config_id = coalesce(:config, config_id), content = coalesce(:content, content), live = :live,
                    trouble = :trouble
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .param("config", way.configId().orElse(null))
                .param("content", way.content().orElse(null))
                .param("live", way.live())
                .param("trouble", way.trouble().orElse(null))
                .update();
    }

    private StatementSpec values(StatementSpec statement, ChannelCode code) {
        var routing = code.routing();
        return statement
                .param("id", code.id().value())
                .param("channel", code.channel().value())
                .param("name", code.name())
                .param("cap", routing.dailyCap().orElse(null))
                .param("byRest", routing.byRest())
                .param("balanced", routing.balanced())
                .param("skip", routing.skipVerify())
                .param("exclusive", routing.exclusive())
                .param("remark", code.remark())
                .param("stage", code.stage().map(StageId::value).orElse(null))
                .param("welcome", json.writeValueAsString(code.welcome()))
                .param("expires", code.expiresAt().map(at -> at.atOffset(UTC)).orElse(null));
    }
}
