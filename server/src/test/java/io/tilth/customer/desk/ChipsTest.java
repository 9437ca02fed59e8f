package io.tilth.customer.desk;

import static io.tilth.directory.Directories.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores;
import io.tilth.customer.Scores.Kind;
import io.tilth.customer.Scores.Signal;
import io.tilth.directory.Directories;
import io.tilth.directory.MemberId;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The chips over a guide's list: 今天看过, 高意向, 待跟进, 7 天内新加, 快忘了. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
class ChipsTest {

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    @Autowired
    Scores scores;

    private final Instant now = Instant.now();
    private Probing acme;
    private CompanyId company;
    private MemberId lin;

    @BeforeEach
    void withAGuideAndTheirCustomers() {
        acme = Probing.on(port, "customer:read");
        company = directories.connect(acme.tenant());
        lin = member("lin");
        friend("新来的", lin, 3, null);
        var reader = friend("今天又看了", lin, 60, 40);
        add(signal(reader, Kind.OPENED, now));
        var hot = friend("约了量尺", lin, 60, 0);
        add(
                signal(hot, Kind.BOOKED, ago(1)),
                signal(hot, Kind.PHONE_LEFT, ago(2)),
                signal(hot, Kind.SHOP_VISITED, ago(3)));
        var forgotten = friend("三周前聊过", lin, 60, 21);
        add(signal(forgotten, Kind.PHONE_LEFT, ago(20)));
        var cold = friend("早就凉了", lin, 300, null);
        add(signal(cold, Kind.OPENED, ago(200)));
        var others = friend("同事的客户", member("zhao"), 2, null);
        add(signal(others, Kind.OPENED, now), signal(others, Kind.BOOKED, ago(1)));
    }

    @Test
    void readToday() {
        assertThat(chosen("READ_TODAY")).containsExactlyInAnyOrder("今天又看了");
    }

    @Test
    void highIntent() {
        assertThat(chosen("HIGH")).containsExactly("约了量尺");
    }

    @Test
    void toDoOnceSomethingHappenedAndNobodyReachedOutSince() {
        assertThat(chosen("TODO")).containsExactly("今天又看了");
    }

    @Test
    void newInSevenDays() {
        assertThat(chosen("NEW_7D")).containsExactly("新来的");
    }

    @Test
    void fadingWhileStillWarmAndNobodyReachedOutForTwoWeeks() {
        assertThat(chosen("FADING")).containsExactly("三周前聊过");
    }

    @Test
    void ofEverybodyForWhoeverSeesEverybody() {
        assertThat(names(acme, "NEW_7D")).containsExactlyInAnyOrder("新来的", "同事的客户");
        assertThat(names(acme, "READ_TODAY")).containsExactlyInAnyOrder("今天又看了", "同事的客户");
    }

    private List<String> chosen(String chip) {
        var rights = "customer:read,SELF,MEMBER=" + lin.value();
        return names(new Probing(port, acme.tenant(), acme.account(), rights), chip);
    }

    private static List<String> names(Probing who, String chip) {
        var answer = who.get("/api/v1/customers?chip=" + chip);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper()
                .readTree(answer.body())
                .path("items")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    private MemberId member(String user) {
        var fields = Map.of("UserID", user, "Name", user, "Department", "1");
        directories.tell(acme.tenant(), contact(company, "create_user", now, fields));
        return directories.member(acme.tenant(), company, user).id();
    }

    /** @param contacted days ago, or null for never */
    private CustomerId friend(String name, MemberId member, int daysAgo, @Nullable Integer contacted) {
        var id = CustomerId.next();
        var identity = UUID.randomUUID();
        directories.in(acme.tenant(), () -> {
            jdbc.sql("insert into customer.customer (tenant_id, id, name, added_at) values (:tenant, :id, :name, :at)")
                    .param("id", id.value())
                    .param("name", name)
                    .param("at", ago(daysAgo).atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("""
                    insert into customer.identity (tenant_id, id, company_id, external_user_id, customer_id, touched_at)
                    values (:tenant, :id, :company, :external, :customer, now())
                    """)
                    .param("id", identity)
                    .param("company", company.value())
                    .param("external", "wm" + id.value().toString().replace("-", ""))
                    .param("customer", id.value())
                    .update();
            return jdbc.sql("""
                    insert into customer.follow (tenant_id, id, identity_id, customer_id, member_id, state, half,
                        created_at, begun_at, heard_at, remark, description, mobiles, add_way, contacted_at)
                    values (:tenant, :id, :identity, :customer, :member, 'ACTIVE', false, :at, :at, :at, '', '', '{}', 1,
                        :contacted)
                    """)
                    .param("id", UUID.randomUUID())
                    .param("identity", identity)
                    .param("customer", id.value())
                    .param("member", member.value())
                    .param("at", ago(daysAgo).atOffset(ZoneOffset.UTC))
                    .param(
                            "contacted",
                            contacted == null ? null : ago(contacted).atOffset(ZoneOffset.UTC))
                    .update();
        });
        return id;
    }

    private void add(Signal... signals) {
        directories.in(acme.tenant(), () -> {
            scores.add(List.of(signals));
            return true;
        });
    }

    private Signal signal(CustomerId customer, Kind kind, Instant at) {
        return new Signal(customer, kind, Optional.empty(), 1, at, customer.value() + "/" + kind);
    }

    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days));
    }
}
