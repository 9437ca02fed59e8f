package io.tilth.access.person;

import io.tilth.access.PersonId;
import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Second factors, sealed: whoever reads the table cannot make codes. */
@Repository
class TotpRepository {

    private final GlobalJdbc jdbc;
    private final Secrets secrets;

    TotpRepository(GlobalJdbc jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    void begin(PersonId person, Totp totp) {
        jdbc.sql("update access.person set totp_pending = :sealed where id = :id")
                .param("id", person.value())
                .param("sealed", secrets.seal(TenantId.HOUSE, totp.secret()))
                .update();
    }

    Optional<Totp> begun(PersonId person) {
        return read(person, "select totp_pending from access.person where id = :id and totp_pending is not null");
    }

    Optional<Totp> active(PersonId person) {
        return read(person, "select totp_sealed from access.person where id = :id and totp_sealed is not null");
    }

    void confirm(PersonId person, long step) {
        jdbc.sql("""
                update access.person
                set totp_sealed = totp_pending, totp_pending = null, totp_step = :step, version = version + 1
                where id = :id
                """).param("id", person.value()).param("step", step).update();
    }

    /** Uses up the code of a step and of those before it; false when it has been used already. */
    boolean use(PersonId person, long step) {
        return jdbc.sql("update access.person set totp_step = :step where id = :id and totp_step < :step")
                        .param("id", person.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    void drop(PersonId person) {
        jdbc.sql("""
                update access.person
                set totp_sealed = null, totp_pending = null, totp_step = 0, version = version + 1
                where id = :id
                """).param("id", person.value()).update();
    }

    private Optional<Totp> read(PersonId person, String statement) {
        return jdbc.sql(statement)
                .param("id", person.value())
                .query((row, index) -> new Totp(secrets.open(TenantId.HOUSE, row.getBytes(1))))
                .optional();
    }
}
