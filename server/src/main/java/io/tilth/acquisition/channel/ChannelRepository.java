package io.tilth.acquisition.channel;

import io.tilth.acquisition.ChannelId;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ChannelRepository {

    private final TenantJdbc jdbc;

    ChannelRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Node> all() {
        return jdbc.sql("""
                select id, parent_id, name, sort_order, version
                from acquisition.channel
                where tenant_id = :tenant
                order by sort_order, id
                """).query(ChannelRepository::node).list();
    }

    Optional<Node> find(ChannelId id) {
        return jdbc.sql("""
                select id, parent_id, name, sort_order, version
                from acquisition.channel
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .query(ChannelRepository::node)
                .optional();
    }

    /** False when a sister has this name. */
    boolean insert(Node node) {
        return jdbc.sql("""
                insert into acquisition.channel (tenant_id, id, parent_id, name, sort_order)
                values (:tenant, :id, :parent, :name, :order)
                on conflict do nothing
                """)
                        .param("id", node.id().value())
                        .param("parent", node.parent().map(ChannelId::value).orElse(null))
                        .param("name", node.name())
                        .param("order", node.order())
                        .update()
                == 1;
    }

    /** False when it has another version by now. */
    boolean update(Node node) {
        return jdbc.sql("""
                update acquisition.channel
                set parent_id = :parent, name = :name, sort_order = :order, version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """)
                        .param("id", node.id().value())
                        .param("parent", node.parent().map(ChannelId::value).orElse(null))
                        .param("name", node.name())
                        .param("order", node.order())
                        .param("version", node.version())
                        .update()
                == 1;
    }

    boolean isUsed(ChannelId id) {
        return jdbc.sql("""
                select exists (select 1 from acquisition.channel where tenant_id = :tenant and parent_id = :id)
                    or exists (select 1 from acquisition.channel_code where tenant_id = :tenant and channel_id = :id)
                """).param("id", id.value()).query(Boolean.class).single();
    }

    void delete(ChannelId id) {
        jdbc.sql("""
                delete from acquisition.channel
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).update();
    }

    private static Node node(ResultSet row, int index) throws SQLException {
        @Nullable UUID parent = row.getObject("parent_id", UUID.class);
        return new Node(
                new ChannelId(row.getObject("id", UUID.class)),
                Optional.ofNullable(parent).map(ChannelId::new),
                row.getString("name"),
                row.getInt("sort_order"),
                row.getInt("version"));
    }
}
