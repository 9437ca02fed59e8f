package io.tilth.tracking.share;

import static java.time.ZoneOffset.UTC;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.share.Parked.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class ParkedRepository {

    private final TenantJdbc jdbc;

    ParkedRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Parked parked) {
        jdbc.sql("""
                insert into tracking.parked
                    (tenant_id, id, customer_id, member_id, sentence, material_id, alert_id, made_at)
                values (:tenant, :id, :customer, :member, :sentence, :material, :alert, :now)
                """)
                .param("id", parked.id())
                .param("customer", parked.customer().value())
                .param("member", parked.member().value())
                .param("sentence", parked.word().sentence())
                .param(
                        "material",
                        parked.word().material().map(MaterialId::value).orElse(null))
                .param("alert", parked.word().alert().orElse(null))
                .param("now", parked.at().atOffset(UTC))
                .update();
    }

    /** A new sentence takes the place of the one that waits; a material alone that of the same material. */
    void makeRoom(Parked parked) {
        jdbc.sql("""
                delete from tracking.parked
                where tenant_id = :tenant and customer_id = :customer and member_id = :member
                    and ((:spoken and sentence <> '')
                        or (not :spoken and sentence = '' and material_id = cast(:material as uuid)))
                """)
                .param("customer", parked.customer().value())
                .param("member", parked.member().value())
                .param("spoken", !parked.word().sentence().isEmpty())
                .param(
                        "material",
                        parked.word().material().map(MaterialId::value).orElse(null))
                .update();
    }

    /** The newest first. */
    List<Parked> of(CustomerId customer, MemberId member) {
        return jdbc.sql("""
                select id, customer_id, member_id, sentence, material_id, alert_id, made_at
                from tracking.parked
                where tenant_id = :tenant and customer_id = :customer and member_id = :member
                order by id desc
                limit 20
                """)
                .param("customer", customer.value())
                .param("member", member.value())
                .query(ParkedRepository::parked)
                .list();
    }

    boolean delete(UUID id, MemberId member) {
        return jdbc.sql("""
                delete from tracking.parked
                where tenant_id = :tenant and id = :id and member_id = :member
                """).param("id", id).param("member", member.value()).update() == 1;
    }

    void move(CustomerId gone, CustomerId into) {
        jdbc.sql("""
                update tracking.parked
                set customer_id = :into
                where tenant_id = :tenant and customer_id = :gone
                """).param("gone", gone.value()).param("into", into.value()).update();
    }

    private static Parked parked(ResultSet row, int index) throws SQLException {
        return new Parked(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                new Word(
                        row.getString("sentence"),
                        Optional.ofNullable(row.getObject("material_id", UUID.class))
                                .map(MaterialId::new),
                        Optional.ofNullable(row.getObject("alert_id", UUID.class))),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
