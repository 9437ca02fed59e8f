package io.tilth.acquisition.code;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes codes by the hundred: always as many statements. */
@Repository
class PlannedCodeRepository {

    private static final String TOLD = """
            unnest(cast(:ids as uuid[]), cast(:channels as uuid[]), cast(:names as text[]), cast(:caps as int[]),
                cast(:byRest as boolean[]), cast(:balanced as boolean[]), cast(:skips as boolean[]),
                cast(:exclusive as boolean[]), cast(:remarks as text[]), cast(:stages as uuid[]),
                cast(:welcomes as jsonb[]), cast(:expires as timestamptz[]), cast(:states as text[]),
                cast(:forms as text[]), cast(:pages as text[])) as told (id, channel, name, cap, by_rest, balanced, skip,
                    exclusive, remark, stage, welcome, expires, state, form, page)
            """;

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    PlannedCodeRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of one company. */
    void insert(Collection<ChannelCode> codes, UUID company, UUID by, Instant now) {
        columns(jdbc.sql("""
                insert into acquisition.channel_code (tenant_id, id, company_id, form, page_key, channel_id, name,
                    state_key, daily_cap, by_rest, balanced, skip_verify, exclusive, remark, stage_id, welcome, expires_at, created_by,
                    created_at)
                select :tenant, told.id, :company, told.form, told.page, told.channel, told.name, told.state, told.cap, told.by_rest,
                    told.balanced, told.skip, told.exclusive, told.remark, told.stage, told.welcome, told.expires, :by,
                    :now
                from
                """ + TOLD), codes)
                .param("company", company)
                .param("by", by)
                .param("now", now.atOffset(UTC))
                .update();
    }

    void update(Collection<ChannelCode> codes) {
        columns(jdbc.sql("""
                update acquisition.channel_code c
                set channel_id = told.channel, name = told.name, daily_cap = told.cap, by_rest = told.by_rest,
                    balanced = told.balanced, skip_verify = told.skip, exclusive = told.exclusive,
                    remark = told.remark, stage_id = told.stage, welcome = told.welcome, expires_at = told.expires,
                    version = c.version + 1
                from
                """ + TOLD + """
                where c.tenant_id = :tenant and c.id = told.id
                """), codes).update();
    }

    /** Empty: they are taken up again. */
    void retire(Collection<ChannelCodeId> codes, Optional<Instant> at) {
        jdbc.sql("""
                update acquisition.channel_code
                set retired_at = cast(:at as timestamptz), version = version + 1
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                    and (retired_at is null) <> (cast(:at as timestamptz) is null)
                """)
                .param("at", at.map(Instant::toString).orElse(null))
                .param("ids", Columns.of(codes, ChannelCodeId::value))
                .update();
    }

    /** Replaces what hangs on the codes. */
    void hang(Collection<ChannelCode> codes) {
        unhang(codes);
        var people = Stream.concat(
                        hung(codes, code -> code.routing().members(), MemberId::value, false),
                        hung(codes, code -> code.routing().spares(), MemberId::value, true))
                .toList();
        hang("""
                insert into acquisition.channel_code_member (tenant_id, code_id, member_id, spare)
                select :tenant, told.code, told.thing, told.spare
                from unnest(cast(:codes as uuid[]), cast(:things as uuid[]), cast(:spares as boolean[]))
                    as told (code, thing, spare)
                """, people);
        hang(
                """
                insert into acquisition.channel_code_department (tenant_id, code_id, department_id)
                select :tenant, told.code, told.thing
                from unnest(cast(:codes as uuid[]), cast(:things as uuid[]), cast(:spares as boolean[]))
                    as told (code, thing, spare)
                """,
                hung(codes, code -> code.routing().departments(), DepartmentId::value, false)
                        .toList());
        hang("""
                insert into acquisition.channel_code_tag (tenant_id, code_id, tag_id)
                select :tenant, told.code, told.thing
                from unnest(cast(:codes as uuid[]), cast(:things as uuid[]), cast(:spares as boolean[]))
                    as told (code, thing, spare)
                """, hung(codes, ChannelCode::tags, TagId::value, false).toList());
    }

    private static <T> Stream<Hung> hung(
            Collection<ChannelCode> codes, Function<ChannelCode, Set<T>> of, Function<T, UUID> id, boolean spare) {
        return codes.stream().flatMap(code -> of.apply(code).stream().map(one -> new Hung(code, id.apply(one), spare)));
    }

    private void hang(String insert, Collection<Hung> things) {
        jdbc.sql(insert)
                .param("codes", Columns.of(things, one -> one.code().id().value()))
                .param("things", Columns.of(things, Hung::thing))
                .param("spares", Columns.of(things, Hung::spare))
                .update();
    }

    private void unhang(Collection<ChannelCode> codes) {
        unhang("""
                delete from acquisition.channel_code_member
                where tenant_id = :tenant and code_id = any (cast(:codes as uuid[]))
                """, codes);
        unhang("""
                delete from acquisition.channel_code_department
                where tenant_id = :tenant and code_id = any (cast(:codes as uuid[]))
                """, codes);
        unhang("""
                delete from acquisition.channel_code_tag
                where tenant_id = :tenant and code_id = any (cast(:codes as uuid[]))
                """, codes);
    }

    private void unhang(String delete, Collection<ChannelCode> codes) {
        jdbc.sql(delete)
                .param("codes", Columns.of(codes, code -> code.id().value()))
                .update();
    }

    private StatementSpec columns(StatementSpec statement, Collection<ChannelCode> codes) {
        return statement
                .param("ids", Columns.of(codes, code -> code.id().value()))
                .param("channels", Columns.of(codes, code -> code.channel().value()))
                .param("names", Columns.of(codes, ChannelCode::name))
                .param("caps", Columns.of(codes, code -> code.routing().dailyCap()))
                .param("byRest", Columns.of(codes, code -> code.routing().byRest()))
                .param("balanced", Columns.of(codes, code -> code.routing().balanced()))
                .param("skips", Columns.of(codes, code -> code.routing().skipVerify()))
                .param("exclusive", Columns.of(codes, code -> code.routing().exclusive()))
                .param("remarks", Columns.of(codes, ChannelCode::remark))
                .param("stages", Columns.of(codes, code -> code.stage().map(StageId::value)))
                .param("welcomes", Columns.of(codes, code -> json.writeValueAsString(code.welcome())))
                .param("expires", Columns.of(codes, ChannelCode::expiresAt))
                .param("states", Columns.of(codes, ChannelCode::state))
                .param("forms", Columns.of(codes, code -> code.door().form().name()))
                .param("pages", Columns.of(codes, code -> code.door().page()));
    }

    private record Hung(ChannelCode code, UUID thing, boolean spare) {}
}
