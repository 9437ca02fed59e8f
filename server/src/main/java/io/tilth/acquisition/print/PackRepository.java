package io.tilth.acquisition.print;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class PackRepository {

    private static final String PACK = """
            select id, plan_id, sheet, hint, state, cards, done, bytes, requested_by_name, requested_at, expires_at
            from acquisition.print_pack
            where tenant_id = :tenant
            """;

    private final TenantJdbc jdbc;

    PackRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Pack pack, UUID by, List<ChannelCodeId> codes) {
        jdbc.sql("""
                insert into acquisition.print_pack (tenant_id, id, plan_id, sheet, hint, state, cards, requested_by,
                    requested_by_name, requested_at, expires_at)
                values (:tenant, :id, :plan, :sheet, :hint, :state, :cards, :by, :byName, :at, :expires)
                """)
                .param("id", pack.id().value())
                .param("plan", pack.plan().orElse(null))
                .param("sheet", pack.sheet().name())
                .param("hint", pack.hint())
                .param("state", pack.state().name())
                .param("cards", pack.cards())
                .param("by", by)
                .param("byName", pack.requestedBy())
                .param("at", pack.requestedAt().atOffset(UTC))
                .param("expires", pack.expiresAt().atOffset(UTC))
                .update();
        jdbc.sql("""
                insert into acquisition.print_card (tenant_id, pack_id, number, code_id)
                select :tenant, :pack, told.number, told.code
                from unnest(cast(:numbers as int[]), cast(:codes as uuid[])) as told (number, code)
                """)
                .param("pack", pack.id().value())
                .param(
                        "numbers",
                        Columns.of(IntStream.range(0, codes.size()).boxed().toList(), number -> number))
                .param("codes", Columns.of(codes, ChannelCodeId::value))
                .update();
    }

    /** The newest first. */
    List<Pack> newest() {
        return jdbc.sql(PACK + " order by id desc limit 50")
                .query(PackRepository::pack)
                .list();
    }

    Optional<Pack> find(PackId id) {
        return jdbc.sql(PACK + " and id = :id")
                .param("id", id.value())
                .query(PackRepository::pack)
                .optional();
    }

    List<PackId> unfinished() {
        return jdbc.sql("""
                select id
                from acquisition.print_pack
                where tenant_id = :tenant and state = 'WAITING'
                """)
                .query((row, index) -> new PackId(row.getObject("id", UUID.class)))
                .list();
    }

    List<ChannelCodeId> codes(PackId id) {
        return jdbc.sql("""
                select code_id
                from acquisition.print_card
                where tenant_id = :tenant and pack_id = :id
                order by number
                """)
                .param("id", id.value())
                .query((row, index) -> new ChannelCodeId(row.getObject("code_id", UUID.class)))
                .list();
    }

    void progress(PackId id, int done) {
        jdbc.sql("""
                update acquisition.print_pack
                set done = :done
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).param("done", done).update();
    }

    void end(PackId id, Pack.State state, long bytes) {
        jdbc.sql("""
                update acquisition.print_pack
                set state = :state, bytes = :bytes
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .param("state", state.name())
                .param("bytes", bytes)
                .update();
    }

    /** From the beginning, whatever an earlier try left behind. */
    void deletePieces(PackId id) {
        jdbc.sql("""
                delete from acquisition.print_piece
                where tenant_id = :tenant and pack_id = :id
                """).param("id", id.value()).update();
    }

    void insertPiece(PackId id, int number, byte[] bytes) {
        jdbc.sql("""
                insert into acquisition.print_piece (tenant_id, pack_id, number, bytes)
                values (:tenant, :id, :number, :bytes)
                """)
                .param("id", id.value())
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }

    Optional<byte[]> piece(PackId id, int number) {
        return jdbc.sql("""
                select bytes
                from acquisition.print_piece
                where tenant_id = :tenant and pack_id = :id and number = :number
                """)
                .param("id", id.value())
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("""
                delete from acquisition.print_pack
                where tenant_id = :tenant and expires_at <= :now
                """).param("now", now.atOffset(UTC)).update();
    }

    private static Pack pack(ResultSet row, int index) throws SQLException {
        @Nullable UUID plan = row.getObject("plan_id", UUID.class);
        return new Pack(
                new PackId(row.getObject("id", UUID.class)),
                Optional.ofNullable(plan),
                Sheet.valueOf(row.getString("sheet")),
                row.getString("hint"),
                Pack.State.valueOf(row.getString("state")),
                row.getInt("cards"),
                row.getInt("done"),
                row.getLong("bytes"),
                row.getString("requested_by_name"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
