package io.tilth.access.person;

import io.tilth.access.AccountId;
import io.tilth.access.PersonId;
import io.tilth.access.Persons.Membership;
import io.tilth.access.Persons.PasswordHash;
import io.tilth.access.Persons.Person;
import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class PersonRepository {

    private final GlobalJdbc jdbc;
    private final Clock clock;

    PersonRepository(GlobalJdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Person> find(PersonId id) {
        return jdbc.sql("""
                select id, login, language, totp_sealed is not null as totp
                from access.person
                where id = :id
                """)
                .param("id", id.value())
                .query(PersonRepository::person)
                .optional();
    }

    Optional<Credentials> findByLogin(String login) {
        return jdbc.sql("""
                select id, login, language, totp_sealed is not null as totp, password_hash
                from access.person
                where login = :login
                """)
                .param("login", login)
                .query((row, index) ->
                        new Credentials(person(row, index), new PasswordHash(row.getString("password_hash"))))
                .optional();
    }

    void insert(Person person, PasswordHash password) {
        jdbc.sql("""
                insert into access.person (id, login, password_hash, language, created_at)
                values (:id, :login, :hash, :language, :at)
                """)
                .param("id", person.id().value())
                .param("login", person.login())
                .param("hash", password.value())
                .param("language", person.language())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void setPassword(PersonId id, PasswordHash password) {
        jdbc.sql("update access.person set password_hash = :hash, version = version + 1 where id = :id")
                .param("id", id.value())
                .param("hash", password.value())
                .update();
    }

    void setLanguage(PersonId id, String language) {
        jdbc.sql("update access.person set language = :language, version = version + 1 where id = :id")
                .param("id", id.value())
                .param("language", language)
                .update();
    }

    List<Membership> memberships(PersonId id) {
        return jdbc.sql("""
                select tenant_id, account_id
                from access.membership
                where person_id = :id
                order by tenant_id
                """)
                .param("id", id.value())
                .query((row, index) -> new Membership(
                        new TenantId(row.getLong("tenant_id")), new AccountId(row.getObject("account_id", UUID.class))))
                .list();
    }

    List<PersonId> of(TenantId tenant) {
        return jdbc.sql("select person_id from access.membership where tenant_id = :of")
                .param("of", tenant.value())
                .query((row, index) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    void forgetMemberships(TenantId tenant) {
        jdbc.sql("delete from access.membership where tenant_id = :of")
                .param("of", tenant.value())
                .update();
    }

    /** Deletes those whom no tenant knows any more; a person is never stored without their first membership. */
    void deleteNobodys() {
        jdbc.sql("""
                delete from access.person
                where not exists (select 1 from access.membership where membership.person_id = person.id)
                """).update();
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("login"),
                row.getString("language"),
                row.getBoolean("totp"));
    }

    record Credentials(Person person, PasswordHash password) {}
}
