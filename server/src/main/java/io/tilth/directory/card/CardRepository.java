package io.tilth.directory.card;

import io.tilth.directory.Cards.Card;
import io.tilth.directory.Cards.ShopCard;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class CardRepository {

    private final TenantJdbc jdbc;

    CardRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Of several shops, the first by code. */
    Optional<Card> find(MemberId member) {
        return jdbc.sql("""
                select m.id, coalesce(m.display_name, m.name, m.user_id) as name, m.position, m.phone,
                    m.left_at is null as here, s.id as shop_id, s.name as shop_name, s.address, s.manager_id
                from directory.member m
                left join lateral (
                    select shop.id, shop.name, shop.address, shop.manager_id
                    from directory.membership ms
                    join directory.shop shop
                        on shop.tenant_id = ms.tenant_id and shop.department_id = ms.department_id
                    where ms.tenant_id = :tenant and ms.member_id = m.id
                    order by shop.code
                    limit 1) s on true
                where m.tenant_id = :tenant and m.id = :member
                """)
                .param("member", member.value())
                .query(CardRepository::card)
                .optional();
    }

    private static Card card(ResultSet row, int index) throws SQLException {
        @Nullable UUID shop = row.getObject("shop_id", UUID.class);
        return new Card(
                new MemberId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("position"),
                Optional.ofNullable(row.getString("phone")),
                row.getBoolean("here"),
                shop == null ? Optional.empty() : Optional.of(shop(shop, row)));
    }

    private static ShopCard shop(UUID id, ResultSet row) throws SQLException {
        @Nullable UUID manager = row.getObject("manager_id", UUID.class);
        return new ShopCard(
                new ShopId(id),
                row.getString("shop_name"),
                row.getString("address"),
                Optional.ofNullable(manager).map(MemberId::new));
    }
}
