package io.tilth.access.account;

import io.tilth.access.AccountId;
import io.tilth.access.PersonId;
import io.tilth.access.RoleId;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private static final UUID FIRST = new UUID(0, 0);

    private final TenantJdbc jdbc;

    AccountRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountRow> find(AccountId id) {
        return jdbc.sql("""
                select a.id, a.person_id, a.login, a.name, a.role_id, a.state, p.totp_sealed is not null as totp,
                    a.last_signed_in_at, a.version
                from access.account a
                join access.person p on p.id = a.person_id
                where a.tenant_id = :tenant and a.id = :id
                """)
                .param("id", id.value())
                .query(AccountRepository::account)
                .optional();
    }

    /**
     * Those whose name contains the text, in the order in which they came.
     *
     * @param byLogin whether the login counts too
     * @param only the one account that the reader may see, or null for all
     */
    List<AccountRow> search(
            AccountFilter filter, boolean byLogin, @Nullable UUID only, Optional<UUID> after, int rows) {
        return jdbc.sql("""
                select a.id, a.person_id, a.login, a.name, a.role_id, a.state, p.totp_sealed is not null as totp,
                    a.last_signed_in_at, a.version
                from access.account a
                join access.person p on p.id = a.person_id
                where a.tenant_id = :tenant
                    and a.id > :after
                    and (cast(:only as uuid) is null or a.id = :only)
                    and (cast(:state as text) is null or a.state = :state)
                    and (strpos(lower(a.name), lower(:q)) > 0 or (:byLogin and strpos(a.login, lower(:q)) > 0))
                order by a.id
                limit :rows
                """)
                .param("after", after.orElse(FIRST))
                .param("only", only)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("q", filter.q() == null ? "" : filter.q().strip())
                .param("byLogin", byLogin)
                .param("rows", rows)
                .query(AccountRepository::account)
                .list();
    }

    /** Those who run the tenant and may come in; nobody else can take one of them away meanwhile. */
    List<AccountId> lockActive(RoleId administrator) {
        return jdbc.sql("""
                select id
                from access.account
                where tenant_id = :tenant and role_id = :role and state = 'ACTIVE'
                order by id
                for update
                """)
                .param("role", administrator.value())
                .query((row, index) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Notes the tenant among the person's places; false when it is there already. */
    boolean insertMembership(PersonId person, AccountId account) {
        return jdbc.sql("""
                insert into access.membership (person_id, tenant_id, account_id)
                values (:person, :tenant, :account)
                on conflict do nothing
                """)
                        .param("person", person.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    void insert(Opening opening, Instant now) {
        jdbc.sql("""
                insert into access.account (tenant_id, id, person_id, login, name, role_id, state, created_at)
                values (:tenant, :id, :person, :login, :name, :role, 'ACTIVE', :now)
                """)
                .param("id", opening.id().value())
                .param("person", opening.person().value())
                .param("login", opening.login())
                .param("name", opening.name())
                .param("role", opening.role().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when the account has another version by now. */
    boolean update(AccountId id, String name, RoleId role, int version) {
        return jdbc.sql("""
                update access.account
                set name = :name, role_id = :role, version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """)
                        .param("id", id.value())
                        .param("name", name)
                        .param("role", role.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** By a person's word, whatever the owner's comings and goings; false when that had been said already. */
    boolean updateState(AccountId id, AccountState state) {
        return jdbc.sql("""
                update access.account
                set state = :state, left_company = false, version = version + 1
                where tenant_id = :tenant and id = :id and (state <> :state or left_company)
                """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .update()
                == 1;
    }

    boolean freezeLeft(AccountId id) {
        return jdbc.sql("""
                update access.account
                set state = 'FROZEN', left_company = true, version = version + 1
                where tenant_id = :tenant and id = :id and state = 'ACTIVE'
                """).param("id", id.value()).update() == 1;
    }

    boolean unfreezeReturned(AccountId id) {
        return jdbc.sql("""
                update access.account
                set state = 'ACTIVE', left_company = false, version = version + 1
                where tenant_id = :tenant and id = :id and left_company
                """).param("id", id.value()).update() == 1;
    }

    void updateLastSignedIn(AccountId id, Instant now) {
        jdbc.sql("""
                update access.account
                set last_signed_in_at = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the account and the tenant from the person's places; the person keeps their login for other places. */
    void delete(AccountId id) {
        jdbc.sql("""
                delete from access.membership
                where tenant_id = :tenant and account_id = :id
                """).param("id", id.value()).update();
        jdbc.sql("""
                delete from access.account
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).update();
    }

    private static AccountRow account(ResultSet row, int index) throws SQLException {
        return new AccountRow(
                new AccountId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("login"),
                row.getString("name"),
                new RoleId(row.getObject("role_id", UUID.class)),
                AccountState.valueOf(row.getString("state")),
                row.getBoolean("totp"),
                Optional.ofNullable(row.getObject("last_signed_in_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("version"));
    }

    /** An account that begins. */
    record Opening(AccountId id, PersonId person, String login, String name, RoleId role) {}
}
