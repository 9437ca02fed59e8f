package io.tilth.acquisition.code;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.CodeWelcome;
import io.tilth.acquisition.code.ChannelCode.Door;
import io.tilth.acquisition.code.ChannelCode.Routing;
import io.tilth.acquisition.code.ChannelCode.Way;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds codes with all that hangs on them. */
@Repository
class CodeSearchRepository {

    private static final UUID LAST = new UUID(-1L, -1L);

    private static final String COLUMNS = """
            select c.id, c.company_id, c.form, c.page_key, c.channel_id, c.name, c.state_key, c.daily_cap, c.by_rest, c.balanced,
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

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    CodeSearchRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean any() {
        return jdbc.sql("""
                select exists (
                    select 1
                    from acquisition.channel_code
                    where tenant_id = :tenant and retired_at is null)
                """).query(Boolean.class).single();
    }

    Optional<ChannelCode> find(ChannelCodeId id) {
        return jdbc.sql(COLUMNS + " and c.id = :id")
                .param("id", id.value())
                .query(this::code)
                .optional();
    }

    List<ChannelCode> findAll(Collection<ChannelCodeId> ids) {
        return jdbc.sql(COLUMNS + " and c.id = any (cast(:ids as uuid[]))")
                .param("ids", Columns.of(ids, ChannelCodeId::value))
                .query(this::code)
                .list();
    }

    Optional<ChannelCode> ofState(String state) {
        return jdbc.sql(COLUMNS + " and c.state_key = :state")
                .param("state", state)
                .query(this::code)
                .optional();
    }

    Optional<ChannelCode> ofPage(String page) {
        return jdbc.sql(COLUMNS + " and c.page_key = :page")
                .param("page", page)
                .query(this::code)
                .optional();
    }

    /** The newest first, those before the given id. */
    List<ChannelCode> search(CodeFilter filter, Optional<UUID> before, int most) {
        return jdbc.sql(COLUMNS + """
                    and c.id < :before and strpos(lower(c.name), lower(:q)) > 0
                    and (:anywhere or c.channel_id = any (cast(:channels as uuid[])))
                    and (:retired = (c.retired_at is not null))
                    and (not :somewhere
                        or exists (
                            select 1
                            from acquisition.channel_code_department d
                            where d.tenant_id = :tenant and d.code_id = c.id
                                and d.department_id = any (cast(:places as uuid[])))
                        or exists (
                            select 1
                            from acquisition.channel_code_member m
                            where m.tenant_id = :tenant and m.code_id = c.id and not m.spare
                                and m.member_id = any (cast(:people as uuid[]))))
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
                .param("somewhere", filter.place().isPresent())
                .param(
                        "places",
                        Columns.of(filter.place().map(Place::departments).orElse(Set.of()), DepartmentId::value))
                .param("people", Columns.of(filter.place().map(Place::people).orElse(Set.of()), MemberId::value))
                .param("quiet", filter.quietSince().isPresent())
                .param("quietSince", filter.quietSince().orElse(Instant.EPOCH).atOffset(UTC))
                .param("most", most)
                .query(this::code)
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
     * @param place only those that lead to somebody there
     * @param quietSince only those that nobody has scanned since then
     */
    record CodeFilter(
            String q, List<ChannelId> channels, boolean retired, Optional<Place> place, Optional<Instant> quietSince) {}

    /** A region or a shop: its departments, and who works in them. */
    record Place(Set<DepartmentId> departments, Set<MemberId> people) {}

    private ChannelCode code(ResultSet row, int index) throws SQLException {
        @Nullable UUID stage = row.getObject("stage_id", UUID.class);
        return new ChannelCode(
                new ChannelCodeId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                new Door(CodeForm.valueOf(row.getString("form")), Optional.ofNullable(row.getString("page_key"))),
                new ChannelId(row.getObject("channel_id", UUID.class)),
                row.getString("name"),
                row.getString("state_key"),
                routing(row),
                ids(row, "tags", TagId::new),
                row.getString("remark"),
                Optional.ofNullable(stage).map(StageId::new),
                json.readValue(row.getString("welcome"), CodeWelcome.class),
                moment(row, "expires_at"),
                moment(row, "retired_at"),
                new Way(
                        Optional.ofNullable(row.getString("config_id")),
                        Optional.ofNullable(row.getString("content")),
                        row.getString("live"),
                        Optional.ofNullable(row.getString("trouble"))),
                row.getInt("version"));
    }

    private static Routing routing(ResultSet row) throws SQLException {
        return new Routing(
                ids(row, "members", MemberId::new),
                ids(row, "departments", DepartmentId::new),
                ids(row, "spares", MemberId::new),
                Optional.ofNullable(row.getObject("daily_cap", Integer.class)),
                row.getBoolean("by_rest"),
                row.getBoolean("balanced"),
                row.getBoolean("skip_verify"),
                row.getBoolean("exclusive"));
    }

    private static <T> Set<T> ids(ResultSet row, String column, Function<UUID, T> of) throws SQLException {
        return Stream.of((UUID[]) row.getArray(column).getArray()).map(of).collect(Collectors.toSet());
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
