package io.tilth.bench;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Needs;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Envelopes;
import io.tilth.wecom.Envelopes.Form;
import io.tilth.wecom.Envelopes.Seal;
import io.tilth.wecom.Envelopes.Signature;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the benchmarks need of a server besides what is measured. On no server but theirs. */
@RestController
@RequestMapping("/open/bench")
public class BenchController {

    static final String CORP = "ww00000000000000be";

    private final TenantVisits visits;
    private final CallbackAddresses addresses;
    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final Envelopes envelopes;
    private final Map<String, Seal> seals = new ConcurrentHashMap<>();

    BenchController(
            TenantVisits visits,
            CallbackAddresses addresses,
            JdbcClient jdbc,
            MeterRegistry meters,
            Envelopes envelopes) {
        this.visits = visits;
        this.addresses = addresses;
        this.envelopes = envelopes;
        this.jdbc = jdbc;
        this.meters = meters;
    }

    /** Opens a tenant with one connected company: path, token and key of its address. */
    @Needs.Anyone
    @PostMapping("/tenants/{id}")
    public String open(@PathVariable long id) {
        jdbc.sql("""
                insert into tenancy.tenant (id, name, trade, time_zone, plan, state, valid_until, created_at)
                values (:id, 'Bench', 'HOME', 'Asia/Shanghai', 'TRIAL', 'ACTIVE', now() + interval '14 days', now())
                """).param("id", id).update();
        return visits.system(new TenantId(id), () -> connect(id));
    }

    private String connect(long tenant) {
        var company = CompanyId.next();
        jdbc.sql("""
                insert into wecom.company
                    (tenant_id, id, name, corp_id, kind, agent_id, state, secret_sealed, created_at, connected_at)
                values (:tenant, :id, 'Bench', :corp, 'SELF_BUILT', 1000002, 'CONNECTED', '', now(), now())
                """)
                .param("tenant", tenant)
                .param("id", company.value())
                .param("corp", CORP)
                .update();
        var issued = addresses.issue(company, CORP);
        var path = issued.url().getPath();
        seals.put(path.substring(path.lastIndexOf('/') + 1), new Seal(issued.token(), issued.aesKey(), CORP::equals));
        return issued.url().getPath() + " " + issued.token() + " " + issued.aesKey();
    }

    /** What callbacks are held against: the same way through the server, one row of the same table, one commit. */
    @Needs.Anyone
    @PostMapping("/bare/{tenant}")
    public String bare(@PathVariable long tenant, @RequestBody byte[] body) {
        return visits.system(new TenantId(tenant), () -> {
            jdbc.sql("""
                    insert into wecom.callback (tenant_id, id, company_id, event, change, subject, lane, at, received_at,
                        fields, done_at)
                    values (:tenant, :id, :company, 'bare', '', '', 0, now(), now(), cast(:fields as jsonb), now())
                    """)
                    .param("tenant", tenant)
                    .param("id", Ids.next())
                    .param("company", Ids.next())
                    .param("fields", "{\"Bytes\": \"%s\"}".formatted("x".repeat(Math.min(400, body.length))))
                    .update();
            return "success";
        });
    }

    /** What they are held against besides: verified and opened, and nothing more. */
    @Needs.Anyone
    @PostMapping("/opened/wecom/callback/{key}")
    public ResponseEntity<String> opened(
            @PathVariable String key,
            @RequestParam("msg_signature") String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestBody byte[] body) {
        return envelopes
                .open(requireNonNull(seals.get(key)), new Signature(signature, timestamp, nonce), Form.XML, body)
                .map(message -> ResponseEntity.ok("success"))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    /** What single beats are held against: read, and answered. */
    @Needs.Anyone
    @PostMapping("/nothing")
    public ResponseEntity<Void> nothing(@RequestBody byte[] body) {
        return ResponseEntity.noContent().build();
    }

    /** What pages are held against. */
    @Needs.Anyone
    @GetMapping(path = "/empty", produces = MediaType.TEXT_HTML_VALUE)
    public String empty() {
        return "<!doctype html><title>.</title><p>.";
    }

    /** And against a transaction each: a beat of the same table, under the same locks. */
    @Needs.Anyone
    @PostMapping("/each/{tenant}")
    public ResponseEntity<Void> each(@PathVariable long tenant, @RequestBody byte[] body) {
        return visits.system(new TenantId(tenant), () -> {
            jdbc.sql("""
                    insert into tracking.event (tenant_id, id, visit_id, kind, seconds, depth, page, touched)
                    values (:tenant, :id, :visit, 'each', 5, 30, null, true)
                    """)
                    .param("tenant", tenant)
                    .param("id", Ids.next())
                    .param("visit", Ids.next())
                    .update();
            return ResponseEntity.noContent().build();
        });
    }

    /** What lists are held against: one row by its key, under the same locks. */
    @Needs.Anyone
    @GetMapping("/row/{tenant}/{customer}")
    public String row(@PathVariable long tenant, @PathVariable UUID customer) {
        return visits.system(
                new TenantId(tenant),
                () -> jdbc.sql("select name from customer.customer where tenant_id = :tenant and id = :customer")
                        .param("tenant", tenant)
                        .param("customer", customer)
                        .query(String.class)
                        .single());
    }

    /** How many callbacks wait, and how many failed. */
    @Needs.Anyone
    @Transactional(readOnly = true)
    @GetMapping("/waiting")
    public Map<String, Long> waiting() {
        return Map.of(
                "waiting",
                jdbc.sql("select count(*) from wecom.callback_due")
                        .query(Long.class)
                        .single());
    }

    /** How many requests of the interface this server has answered. */
    @Needs.Anyone
    @GetMapping("/requests")
    public long requests() {
        return meters.find("http.server.requests").timers().stream()
                .filter(timer -> String.valueOf(timer.getId().getTag("uri")).startsWith("/api/"))
                .mapToLong(Timer::count)
                .sum();
    }

    /** Whether the demo company still waits for its past. */
    @Needs.Anyone
    @Transactional(readOnly = true)
    @GetMapping("/past")
    public Map<String, Boolean> past() {
        return Map.of(
                "waited",
                jdbc.sql("select exists (select from kernel.scheduled_tasks where task_name = 'demo-past')")
                        .query(Boolean.class)
                        .single());
    }

    /** How many of a tenant's callbacks are done, and how many have failed so far. */
    @Needs.Anyone
    @GetMapping("/done/{tenant}")
    public Map<String, Long> done(@PathVariable long tenant) {
        return visits.system(
                new TenantId(tenant),
                () -> Map.of(
                        "done", count("wecom.callback where event <> 'bare' and heard and done_at is not null"),
                        "unheard", count("wecom.callback where not heard"),
                        "failed", count("wecom.callback_failure")));
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
