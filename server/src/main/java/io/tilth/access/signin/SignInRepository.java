package io.tilth.access.signin;

import io.tilth.access.PersonId;
import io.tilth.access.signin.SignIn.Outcome;
import io.tilth.kernel.GlobalJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class SignInRepository {

    private final GlobalJdbc jdbc;

    SignInRepository(GlobalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PersonId person, UUID id, SignIn signIn) {
        jdbc.sql("""
                insert into access.sign_in (person_id, id, at, outcome, address, agent)
                values (:person, :id, :at, :outcome, :address, :agent)
                """)
                .param("person", person.value())
                .param("id", id)
                .param("at", signIn.at().atOffset(ZoneOffset.UTC))
                .param("outcome", signIn.outcome().name())
                .param("address", signIn.address())
                .param("agent", signIn.agent())
                .update();
    }

    List<SignIn> newest(PersonId person, int rows) {
        return jdbc.sql("""
                select at, outcome, address, agent
                from access.sign_in
                where person_id = :person
                order by id desc
                limit :rows
                """)
                .param("person", person.value())
                .param("rows", rows)
                .query((row, index) -> new SignIn(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("address"),
                        row.getString("agent")))
                .list();
    }

    int forgetBefore(Instant moment) {
        return jdbc.sql("delete from access.sign_in where at < :before")
                .param("before", moment.atOffset(ZoneOffset.UTC))
                .update();
    }
}
