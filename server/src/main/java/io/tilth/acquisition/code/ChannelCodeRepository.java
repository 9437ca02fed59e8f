package io.tilth.acquisition.code;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.code.ChannelCode.Way;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ChannelCodeRepository {

    private static final String COLUMNS = """
            select c.id, c.company_id, c.channel_id, c.name, c.state_key, c.daily_cap, c.by_rest, c.balanced,
                c.skip_verify, c.exclusive, c.remark, c.stage_id, c.welcome, c.expires_at, c.retired_at, c.config_id,
                c.content, c.live, c.trouble, c.version,
                array(select m.member_id
                    from acquisition.channel_code_member m
                    where m.tenant_id = :tenant and m.code_id = c.id and not m.spare) as members,
                array(select m.member_id
                    from acquisition.channel_code_member m
                    where m.tenant_id = :tenant and m.code_id = c.id and m.spare) as spares,
                array(select d.department_id
                    from acquisition.channel_code_department d
                    where d.tenant_id = :tenant and d.code_id = c.id) as departments,
                array(select t.tag_id
                    from acquisition.channel_code_tag t
                    where t.tenant_id = :tenant and t.code_id = c.id) as tags
            from acquisition.channel_code c
            where c.tenant_id = :tenant
            """;

    private static final UUID LAST = new UUID(-1L, -1L);

    private final TenantJdbc jdbc;
    private final ChannelCodeRows rows;
    private final JsonMapper json;

    ChannelCodeRepository(TenantJdbc jdbc, ChannelCodeRows rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    void insert(ChannelCode code, UUID by, Instant now) {
        values(jdbc.sql("""
                insert into acquisition.channel_code (tenant_id, id, company_id, channel_id, name, state_key, daily_cap,
                    by_rest, balanced, skip_verify, exclusive, remark, stage_id, welcome, expires_at, created_by,
                    created_at)
                values (:tenant, :id, :company, :channel, :name, :state, :cap, :byRest, :balanced, :skip, :exclusive,
                    :remark, :stage, cast(:welcome as jsonb), :expires, :by, :now)
                """), code)
                .param("company", code.company().value())
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
                """)
                .param("id", id.value())
                .param("now", now.atOffset(UTC))
                .update();
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

    Optional<ChannelCode> find(ChannelCodeId id) {
        return jdbc.sql(COLUMNS + " and c.id = :id")
                .param("id", id.value())
                .query(rows::code)
                .optional();
    }

    Optional<ChannelCode> ofState(String state) {
        return jdbc.sql(COLUMNS + " and c.state_key = :state")
                .param("state", state)
                .query(rows::code)
                .optional();
    }

    /** The newest first, those before the given id. */
    List<ChannelCode> search(CodeFilter filter, Optional<UUID> before, int most) {
        return jdbc.sql(COLUMNS + """
                    and c.id < :before and strpos(lower(c.name), lower(:q)) > 0
                    and (:anywhere or c.channel_id = any (cast(:channels as uuid[])))
                    and (:retired = (c.retired_at is not null))
                    and (not :quiet or c.created_at < :quietSince and not exists (
                        select 1
                        from acquisition.arrival a
                        where a.tenant_id = :tenant and a.code_id = c.id and a.last_at >= :quietSince))
                order by c.id desc
                limit :most
                """)
                .param("before", before.orElse(LAST))
                .param("q", filter.q())
                .param("anywhere", filter.channels().isEmpty())
                .param("channels", Columns.of(filter.channels(), ChannelId::value))
                .param("retired", filter.retired())
                .param("quiet", filter.quietSince().isPresent())
                .param("quietSince", filter.quietSince().orElse(Instant.EPOCH).atOffset(UTC))
                .param("most", most)
                .query(rows::code)
                .list();
    }

    /** Codes that lead to the member by name. */
    List<ChannelCodeId> of(MemberId member) {
        return jdbc.sql("""
                select distinct code_id as id
                from acquisition.channel_code_member
                where tenant_id = :tenant and member_id = :member
                """)
                .param("member", member.value())
                .query((row, index) -> new ChannelCodeId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Retired ones too: they lead to their spares. */
    List<ChannelCodeId> all() {
        return jdbc.sql("""
                select id
                from acquisition.channel_code
                where tenant_id = :tenant
                order by id
                """)
                .query((row, index) -> new ChannelCodeId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * @param channels with those below; empty for all
     * @param quietSince only those that nobody has scanned since then
     */
    record CodeFilter(String q, List<ChannelId> channels, boolean retired, Optional<Instant> quietSince) {}

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
