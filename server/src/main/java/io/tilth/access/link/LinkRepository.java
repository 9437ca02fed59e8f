package io.tilth.access.link;

import io.tilth.access.AccountId;
import io.tilth.access.RoleId;
import io.tilth.access.link.Link.Kind;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Links that were not used yet; a used one is never found again. */
@Repository
class LinkRepository {

    private final TenantJdbc jdbc;

    LinkRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Link link, byte[] secretHash) {
        jdbc.sql("""
                insert into access.link (tenant_id, id, kind, secret_hash, name, role_id, account_id, created_by,
                    created_at, expires_at)
                values (:tenant, :id, :kind, :hash, :name, :role, :account, :by, :createdAt, :expiresAt)
                """)
                .param("id", link.id())
                .param("kind", link.kind().name())
                .param("hash", secretHash)
                .param("name", link.name())
                .param("role", link.role().value())
                .param("account", link.account().map(AccountId::value).orElse(null))
                .param("by", link.by().orElse(null))
                .param("createdAt", at(link.createdAt()))
                .param("expiresAt", at(link.expiresAt()))
                .update();
    }

    Optional<Link> find(LinkToken token, Instant now) {
        return jdbc.sql("""
                select id, kind, name, role_id, account_id, created_by, created_at, expires_at
                from access.link
                where tenant_id = :tenant
                    and id = :id
                    and secret_hash = :hash
                    and used_at is null
                    and expires_at > :now
                """)
                .param("id", token.id())
                .param("hash", token.hash())
                .param("now", at(now))
                .query(LinkRepository::link)
                .optional();
    }

    /** Uses the link up; false when somebody else was faster. */
    boolean use(Link link, Instant now) {
        return jdbc.sql("""
                update access.link
                set used_at = :now
                where tenant_id = :tenant and id = :id and used_at is null
                """).param("id", link.id()).param("now", at(now)).update() == 1;
    }

    /** The newest first. */
    List<Link> invitations(Instant now) {
        return jdbc.sql("""
                select id, kind, name, role_id, account_id, created_by, created_at, expires_at
                from access.link
                where tenant_id = :tenant and kind = 'INVITATION' and used_at is null and expires_at > :now
                order by id desc
                """).param("now", at(now)).query(LinkRepository::link).list();
    }

    Optional<Link> deleteInvitation(UUID id) {
        return jdbc.sql("""
                delete from access.link
                where tenant_id = :tenant and id = :id and kind = 'INVITATION' and used_at is null
                returning id, kind, name, role_id, account_id, created_by, created_at, expires_at
                """).param("id", id).query(LinkRepository::link).optional();
    }

    /** Those that nobody's account made. */
    void deleteInvitationsOfTheSystem() {
        jdbc.sql("""
                delete from access.link
                where tenant_id = :tenant and kind = 'INVITATION' and used_at is null and created_by is null
                """).update();
    }

    void deleteResets(AccountId account) {
        jdbc.sql("""
                delete from access.link
                where tenant_id = :tenant and account_id = :account and kind = 'RESET' and used_at is null
                """).param("account", account.value()).update();
    }

    int forgetExpiredBefore(Instant moment) {
        return jdbc.sql("delete from access.link where tenant_id = :tenant and expires_at < :before")
                .param("before", at(moment))
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Link link(ResultSet row, int index) throws SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                new RoleId(row.getObject("role_id", UUID.class)),
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getObject("created_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
