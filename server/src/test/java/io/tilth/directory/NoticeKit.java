package io.tilth.directory;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.when;

import io.tilth.ServerTest;
import io.tilth.access.MovableClock;
import io.tilth.access.Staff;
import io.tilth.directory.Members.Member;
import io.tilth.directory.notice.Postmen;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.AppMessages;
import io.tilth.wecom.AppMessages.Message;
import io.tilth.wecom.AppMessages.Sent;
import io.tilth.wecom.CompanyId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company with members who are told things; their phones are played here, and the clock can be moved. */
@ServerTest
@Import({KernelProbe.class, Staff.class, Directories.class, Postmen.class, NoticeKit.Time.class})
public abstract class NoticeKit {

    /** A Monday in Shanghai, a time of work. */
    protected static final Instant MORNING = Instant.parse("2026-11-23T10:00:00+08:00");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @MockitoBean
    protected AppMessages wecom;

    @Autowired
    protected Directories directories;

    @Autowired
    protected Staff staff;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected TenantVisits visits;

    @Autowired
    protected TenantJdbc jdbc;

    @Autowired
    Postmen postmen;

    @LocalServerPort
    protected int port;

    /** What reached whose phone. */
    protected final List<Rung> phones = new CopyOnWriteArrayList<>();

    protected Probing acme;
    protected CompanyId company;
    protected Member lin;
    protected Member zhao;

    @BeforeEach
    void furnish() {
        clock.to(MORNING);
        acme = Probing.on(port, rights());
        staff.open(acme.tenant());
        company = directories.connect(acme.tenant());
        lin = member("lin", "林晓");
        zhao = member("zhao", "赵一");
        when(wecom.send(any(), anyList(), any())).thenAnswer(call -> {
            List<String> to = call.getArgument(1);
            phones.add(new Rung(to.getFirst(), call.getArgument(2), clock.instant()));
            return new Sent("m" + phones.size(), List.of(), List.of());
        });
    }

    protected String rights() {
        return "member:read,member:write";
    }

    protected Member member(String userId, String name) {
        return member(userId, name, 1);
    }

    protected Member member(String userId, String name, long department) {
        var fields = Map.of("UserID", userId, "Name", name, "Department", Long.toString(department));
        directories.tell(acme.tenant(), Directories.contact(company, "create_user", MORNING.minusSeconds(60), fields));
        return directories.member(acme.tenant(), company, userId);
    }

    protected <T> T in(Supplier<T> work) {
        return visits.system(acme.tenant(), work);
    }

    /** The member's own calls. */
    protected Probing as(Member member, String... more) {
        var rights = "SELF,MEMBER=" + member.id().value() + (more.length == 0 ? "" : "," + String.join(",", more));
        return new Probing(port, acme.tenant(), acme.account(), rights);
    }

    protected static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    protected List<Rung> phoneOf(Member member) {
        return phones.stream()
                .filter(rung -> rung.user().equals(member.userId()))
                .toList();
    }

    protected static <T> T soon(Callable<T> look, java.util.function.Predicate<T> isRight) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(look, isRight);
    }

    protected List<Rung> rings(Member member, int times) {
        return soon(() -> phoneOf(member), rung -> rung.size() >= times);
    }

    /** Whatever is due goes out now, here or on the thread that was woken; what is on its way has arrived. */
    protected void settle(Member member) {
        soon(
                () -> {
                    postmen.walk(tenant(), member.id());
                    return staff.single(
                            tenant(),
                            "select count(*) from directory.notice where tenant_id = :tenant and member_id = '"
                                    + member.id().value() + "' and (state = 'SENDING' or state = 'WAITING'"
                                    + " and due_at <= '" + clock.instant() + "')",
                            Integer.class);
                },
                left -> left == 0);
    }

    protected TenantId tenant() {
        return acme.tenant();
    }

    protected record Rung(String user, Message message, Instant at) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
