package io.tilth.customer.search;

import io.tilth.customer.CustomerId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class SearchRepository {

    private final TenantJdbc jdbc;

    SearchRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** All that they are called, by everybody, also by members who are friends no more. */
    List<Called> texts(Collection<CustomerId> customers) {
        return jdbc.sql("""
                select c.id, concat_ws(' ', c.name, c.corp_name, string_agg(concat_ws(' ', f.remark, f.corp_name), ' ')) as text,
                    coalesce(string_agg(array_to_string(f.mobiles, ' '), ' '), '') as phones
                from customer.customer c
                left join customer.follow f on f.tenant_id = c.tenant_id and f.customer_id = c.id
                where c.tenant_id = :tenant and c.id = any (cast(:customers as uuid[]))
                group by c.tenant_id, c.id
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .query((row, index) -> new Called(
                        new CustomerId(row.getObject("id", UUID.class)),
                        row.getString("text"),
                        row.getString("phones")))
                .list();
    }

    List<Piece> of(Collection<CustomerId> customers) {
        return jdbc.sql("""
                select piece, customer_id
                from customer.search_piece
                where tenant_id = :tenant and customer_id = any (cast(:customers as uuid[]))
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .query((row, index) ->
                        new Piece(row.getString("piece"), new CustomerId(row.getObject("customer_id", UUID.class))))
                .list();
    }

    void insert(Collection<Piece> pieces) {
        jdbc.sql("""
                insert into customer.search_piece (tenant_id, piece, customer_id)
                select :tenant, told.piece, told.customer
                from unnest(cast(:pieces as text[]), cast(:customers as uuid[])) as told (piece, customer)
                on conflict do nothing
                """)
                .param("pieces", Columns.of(pieces, Piece::piece))
                .param("customers", Columns.of(pieces, one -> one.customer().value()))
                .update();
    }

    void delete(Collection<Piece> pieces) {
        jdbc.sql("""
                delete from customer.search_piece
                where tenant_id = :tenant
                    and (piece, customer_id) in (
                        select told.piece, told.customer
                        from unnest(cast(:pieces as text[]), cast(:customers as uuid[])) as told (piece, customer))
                """)
                .param("pieces", Columns.of(pieces, Piece::piece))
                .param("customers", Columns.of(pieces, one -> one.customer().value()))
                .update();
    }

    record Called(CustomerId customer, String text, String phones) {}

    record Piece(String piece, CustomerId customer) {}
}
