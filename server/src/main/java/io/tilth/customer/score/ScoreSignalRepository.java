package io.tilth.customer.score;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores.Kind;
import io.tilth.customer.Scores.Signal;
import io.tilth.kernel.Columns;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** What customers did, as it was told. */
@Repository
class ScoreSignalRepository {

    private final TenantJdbc jdbc;

    ScoreSignalRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose these are so far. */
    List<CustomerId> owners(Collection<String> sources) {
        return jdbc.sql("""
                select distinct customer_id
                from customer.score_signal
                where tenant_id = :tenant and source = any (:sources)
                """)
                .param("sources", sources.toArray(String[]::new))
                .query((row, index) -> new CustomerId(row.getObject("customer_id", UUID.class)))
                .list();
    }

    /** @param signals each source once, in one order by all */
    void store(Collection<Signal> signals) {
        jdbc.sql("""
                insert into customer.score_signal as s (tenant_id, id, customer_id, kind, item, factor, at, source)
                select :tenant, told.id, told.customer, told.kind, told.item, told.factor, told.at, told.source
                from unnest(cast(:ids as uuid[]), cast(:customers as uuid[]), cast(:kinds as text[]),
                    cast(:items as text[]), cast(:factors as double precision[]), cast(:ats as timestamptz[]),
                    cast(:sources as text[])) as told (id, customer, kind, item, factor, at, source)
                on conflict (tenant_id, source)
                do update set customer_id = excluded.customer_id, kind = excluded.kind, item = excluded.item,
                    factor = excluded.factor, at = excluded.at
                """)
                .param("ids", Columns.of(signals, one -> Ids.next()))
                .param("customers", Columns.of(signals, one -> one.customer().value()))
                .param("kinds", Columns.of(signals, Signal::kind))
                .param("items", Columns.of(signals, Signal::item))
                .param("factors", Columns.of(signals, Signal::factor))
                .param("ats", Columns.of(signals, Signal::at))
                .param("sources", Columns.of(signals, Signal::source))
                .update();
    }

    void delete(Collection<String> sources) {
        jdbc.sql("""
                delete from customer.score_signal
                where tenant_id = :tenant and source = any (:sources)
                """).param("sources", sources.toArray(String[]::new)).update();
    }

    void move(CustomerId from, CustomerId to) {
        jdbc.sql("""
                update customer.score_signal
                set customer_id = :to
                where tenant_id = :tenant and customer_id = :from
                """).param("from", from.value()).param("to", to.value()).update();
    }

    /** Those since then of each customer, as they happened. */
    Map<CustomerId, List<StoredSignal>> of(Collection<CustomerId> customers, Instant since) {
        return jdbc
                .sql("""
                select id, customer_id, kind, item, factor, at, points
                from customer.score_signal
                where tenant_id = :tenant and customer_id = any (cast(:customers as uuid[])) and at >= :since
                order by at, id
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .param("since", since.atOffset(UTC))
                .query(ScoreSignalRepository::signal)
                .list()
                .stream()
                .collect(Collectors.groupingBy(StoredSignal::customer));
    }

    void storePoints(Collection<Counted> counted) {
        jdbc.sql("""
                update customer.score_signal s
                set points = told.points
                from unnest(cast(:ids as uuid[]), cast(:points as double precision[])) as told (id, points)
                where s.tenant_id = :tenant and s.id = told.id
                """)
                .param("ids", Columns.of(counted, one -> one.signal().id()))
                .param("points", Columns.of(counted, Counted::points))
                .update();
    }

    private static StoredSignal signal(ResultSet row, int index) throws SQLException {
        return new StoredSignal(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("item")),
                row.getDouble("factor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getDouble("points"));
    }
}
