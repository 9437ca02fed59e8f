package io.tilth.access.signin;

import io.tilth.access.signin.Limit.Made;
import io.tilth.kernel.GlobalJdbc;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class GuessRepository {

    private final GlobalJdbc jdbc;

    GuessRepository(GlobalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Guesses of one subject are counted one after the other, on whichever node: a crowd at once passes no limit. */
    void hold(byte[] subject) {
        jdbc.sql("select pg_advisory_xact_lock(:number)")
                .param("number", Guesser.number(subject))
                .query((row, index) -> true)
                .single();
    }

    List<Made> within(byte[] subject, Duration stretch, Instant now) {
        return jdbc.sql("""
                select since, guesses
                from access.guess
                where subject = :subject and since > :after
                order by since
                """)
                .param("subject", subject)
                .param("after", now.minus(stretch).atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        new Made(row.getObject("since", OffsetDateTime.class).toInstant(), row.getInt("guesses")))
                .list();
    }

    void add(byte[] subject, Instant at) {
        jdbc.sql("""
                insert into access.guess (subject, since, guesses)
                values (:subject, :at, 1)
                on conflict (subject, since) do update set guesses = guess.guesses + 1
                """)
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the last guess back: it was right. */
    void takeBack(byte[] subject) {
        jdbc.sql("""
                update access.guess
                set guesses = guesses - 1
                where subject = :subject
                    and guesses > 0
                    and since = (select max(since) from access.guess where subject = :subject)
                """).param("subject", subject).update();
    }

    void forget(byte[] subject) {
        jdbc.sql("delete from access.guess where subject = :subject")
                .param("subject", subject)
                .update();
    }

    /** Until when the subject is locked. */
    Optional<Instant> lockedUntil(byte[] subject, Instant now) {
        return within(subject, Duration.ZERO, now).stream().map(Made::at).findFirst();
    }

    int forgetBefore(Instant moment) {
        return jdbc.sql("delete from access.guess where since < :before")
                .param("before", moment.atOffset(ZoneOffset.UTC))
                .update();
    }
}
