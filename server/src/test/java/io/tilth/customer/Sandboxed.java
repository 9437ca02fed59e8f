package io.tilth.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantVisits;
import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.tenancy.Companies;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Corporations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server beside a sandbox that stands for WeCom, with one company connected. */
@ServerTest
@Import({KernelProbe.class, Corporations.class})
public abstract class Sandboxed {

    protected static final Sandbox SANDBOX = Sandbox.start(Settings.forTest());
    protected static final String CORP = EmptyCompany.CORP;

    @LocalServerPort
    protected int port;

    @Autowired
    protected Corporations corporations;

    @Autowired
    protected TenantVisits visits;

    @Autowired
    protected TenantJdbc jdbc;

    protected Probing acme;
    protected CompanyId company;

    @DynamicPropertySource
    static void askTheSandbox(DynamicPropertyRegistry registry) {
        registry.add("tilth.wecom.api-url", () -> "http://127.0.0.1:" + SANDBOX.port());
        registry.add("tilth.wecom.calls.pause", () -> "1s");
    }

    @BeforeEach
    void connectACompany() {
        acme = Companies.open(port, "Acme", "wecom:read,wecom:write,customer:read,member:read,audit:read");
        company = corporations.connect(acme.tenant(), CORP, EmptyCompany.AGENT, EmptyCompany.SECRET);
    }

    /** Its tasks end with the company, so that the next test has the machine for itself. */
    @AfterEach
    void closeTheCompany() {
        in(() -> jdbc.sql("update wecom.company set state = 'CLOSED' where tenant_id = :tenant")
                .update());
    }

    protected void seed(int members, int customers) {
        SANDBOX.reset(Seed.company(members, customers));
    }

    /** How long a sync may take. */
    protected Duration patience() {
        return Duration.ofMinutes(3);
    }

    /** Syncs and gives what the run says of itself. */
    protected JsonNode sync() {
        var asked = acme.post("/api/v1/wecom/companies/" + company.value() + "/syncs", "");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        return Awaitility.await()
                .pollInSameThread()
                .atMost(patience())
                .until(this::lastSync, run -> !run.path("state").asString().equals("RUNNING"));
    }

    protected JsonNode lastSync() {
        return read("/api/v1/wecom/companies/" + company.value() + "/syncs").get(0);
    }

    protected JsonNode read(String path) {
        return new JsonMapper().readTree(acme.get(path).body());
    }

    protected <T> T in(Supplier<T> work) {
        return visits.system(acme.tenant(), work);
    }

    protected long count(String from) {
        return in(
                () -> jdbc.sql("select count(*) from " + from).query(Long.class).single());
    }

    /** Tells the planner what a sync has just brought, as autovacuum would within a minute. */
    private static void analyze() {
        try (var connection = TestDatabase.shared().connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(
                    "analyze customer.follow, customer.identity, customer.customer, customer.follow_tag, directory.member");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Every follow that lasts as we have it, field by field, each as one line. */
    protected List<String> ours() {
        analyze();
        return in(
                () -> jdbc.sql("""
                select concat_ws('|', m.user_id, i.external_user_id, c.name, coalesce(c.avatar, ''), c.type, c.gender,
                    coalesce(c.union_id, ''), coalesce(c.corp_name, ''), f.remark, f.description,
                    array_to_string(f.mobiles, ','), coalesce(f.corp_name, ''), f.add_way, coalesce(f.channel, ''),
                    coalesce(f.oper_user_id, ''), extract(epoch from f.created_at)::bigint,
                    f.state = 'DELETED_BY_CUSTOMER', coalesce((
                        select string_agg(t.wecom_id, ',' order by t.wecom_id)
                        from customer.follow_tag ft
                        join customer.tag t on t.tenant_id = ft.tenant_id and t.id = ft.tag_id
                        where ft.tenant_id = :tenant and ft.follow_id = f.id), ''))
                from customer.follow f
                join customer.identity i on i.tenant_id = f.tenant_id and i.id = f.identity_id
                join customer.customer c on c.tenant_id = f.tenant_id and c.id = f.customer_id
                join directory.member m on m.tenant_id = f.tenant_id and m.id = f.member_id
                where f.tenant_id = :tenant and f.state in ('ACTIVE', 'DELETED_BY_CUSTOMER')
                """).query(String.class).list().stream().sorted().toList());
    }

    /** The same lines as the sandbox has them. */
    protected List<String> theirs() {
        var contacts = SANDBOX.platform().contacts();
        return SANDBOX.world()
                .table(Follow.class)
                .all()
                .filter(follow -> follow.corp().equals(CORP))
                .map(follow ->
                        line(follow, contacts.person(CORP, follow.customer()).orElseThrow()))
                .sorted()
                .toList();
    }

    private static String line(Follow follow, Person person) {
        boolean bound = SANDBOX.world().find(Corp.class, CORP).orElseThrow().developerBound();
        return Stream.<Object>of(
                        follow.user().toLowerCase(Locale.ROOT),
                        follow.customer(),
                        person.name(),
                        SANDBOX.url() + "/avatar/" + person.id(),
                        person.usesWeCom() ? 2 : 1,
                        person.gender(),
                        bound && !person.usesWeCom() ? person.unionid() : "",
                        person.company(),
                        follow.remark(),
                        follow.description(),
                        String.join(",", follow.mobiles()),
                        follow.company(),
                        follow.addWay(),
                        follow.state(),
                        follow.operator(),
                        follow.at().getEpochSecond(),
                        follow.bond() == Bond.LEFT_BY_CUSTOMER ? "t" : "f",
                        String.join(",", follow.tags().stream().sorted().toList()))
                .map(Object::toString)
                .collect(Collectors.joining("|"));
    }

    protected static Map<String, Integer> differences(JsonNode run) {
        var found = new TreeMap<String, Integer>();
        run.path("differences")
                .properties()
                .forEach(one -> found.put(one.getKey(), one.getValue().asInt()));
        return found;
    }
}
