package io.tilth.wecom.inbox;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Ids;
import io.tilth.kernel.IngestJdbc;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Adds what came in, for several tenants with one commit. */
@Repository
class ArrivalRepository {

    private static final JsonMapper JSON = new JsonMapper();

    private final IngestJdbc ingest;
    private final GlobalJdbc global;

    ArrivalRepository(IngestJdbc ingest, GlobalJdbc global) {
        this.ingest = ingest;
        this.global = global;
    }

    /** What is there already stays as it is. */
    void insert(List<Arrival> arrivals) {
        var tenants = arrivals.stream().map(Arrival::tenant).collect(Collectors.toSet());
        ingest.sql(tenants, """
                insert into wecom.callback
                    (tenant_id, id, company_id, event, change, subject, lane, at, received_at, fields)
                select tenant_id, id, company_id, event, change, subject, lane, at, received_at, cast(fields as jsonb)
                from unnest(
                    cast(:tenants as bigint[]), cast(:ids as uuid[]), cast(:companies as uuid[]),
                    cast(:events as text[]), cast(:changes as text[]), cast(:subjects as text[]),
                    cast(:lanes as int[]), cast(:moments as timestamptz[]), cast(:received as timestamptz[]),
                    cast(:fields as text[]))
                    as arrival (tenant_id, id, company_id, event, change, subject, lane, at, received_at, fields)
                on conflict do nothing
                """)
                .param("tenants", texts(arrivals, arrival -> arrival.tenant().value()))
                .param("ids", texts(arrivals, Arrival::id))
                .param("companies", texts(arrivals, arrival -> arrival.company().value()))
                .param("events", texts(arrivals, Arrival::event))
                .param("changes", texts(arrivals, Arrival::change))
                .param("subjects", texts(arrivals, Arrival::subject))
                .param("lanes", texts(arrivals, Arrival::lane))
                .param("moments", texts(arrivals, Arrival::at))
                .param("received", texts(arrivals, Arrival::receivedAt))
                .param("fields", texts(arrivals, arrival -> JSON.writeValueAsString(arrival.fields())))
                .update();
    }

    void insertDue(List<Arrival> arrivals) {
        global.sql("""
                insert into wecom.callback_due (id, tenant_id, company_id, lane, front, due_at, callback_id)
                select id, tenant_id, company_id, lane, front, due_at, callback_id
                from unnest(
                    cast(:ids as uuid[]), cast(:tenants as bigint[]), cast(:companies as uuid[]),
                    cast(:lanes as int[]), cast(:fronts as boolean[]), cast(:received as timestamptz[]),
                    cast(:callbacks as uuid[]))
                    as arrival (id, tenant_id, company_id, lane, front, due_at, callback_id)
                """)
                .param("ids", texts(arrivals, arrival -> Ids.next()))
                .param("tenants", texts(arrivals, arrival -> arrival.tenant().value()))
                .param("companies", texts(arrivals, arrival -> arrival.company().value()))
                .param("lanes", texts(arrivals, Arrival::lane))
                .param("fronts", texts(arrivals, Arrival::front))
                .param("received", texts(arrivals, Arrival::receivedAt))
                .param("callbacks", texts(arrivals, Arrival::id))
                .update();
    }

    private static String[] texts(List<Arrival> arrivals, Function<Arrival, Object> part) {
        return arrivals.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
