package io.tilth.access.wecom;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.Persons.Person;
import io.tilth.access.TestBrowser;
import io.tilth.access.TestBrowser.Answer;
import io.tilth.directory.Directories;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.TenantId;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.MemberLogins;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** People who come by WeCom. What WeCom would say of a code is said here. */
@BrowserTest
@Import(Directories.class)
abstract class WecomKit {

    static final String WECOM = "Mozilla/5.0 MicroMessenger/7.0.1 wxwork/4.1.20";

    @MockitoBean
    MemberLogins logins;

    @Autowired
    Directories directories;

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    SignInCompanyService companies;

    @LocalServerPort
    int port;

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private Instant news = Instant.now();
    TenantId acme;
    CompanyId hemu;
    TestBrowser browser;

    @BeforeEach
    void furnish() {
        clock.reset();
        acme = house.company("Acme");
        hemu = connect(acme);
        browser = new TestBrowser(port);
        when(logins.inside(any(), any(), any()))
                .thenAnswer(call -> URI.create(
                        "https://open.weixin.qq.com/in?back=" + call.getArgument(1) + "&state=" + call.getArgument(2)));
        when(logins.scan(any(), any(), any()))
                .thenAnswer(call -> URI.create("https://login.work.weixin.qq.com/scan?back=" + call.getArgument(1)
                        + "&state=" + call.getArgument(2)));
        when(logins.who(any(), any()))
                .thenAnswer(call -> Optional.ofNullable(codes.remove(key(call.getArgument(0), call.getArgument(1)))));
    }

    CompanyId connect(TenantId tenant) {
        var company = directories.connect(tenant);
        look(tenant, company);
        return company;
    }

    void look(TenantId tenant, CompanyId company) {
        house.in(tenant, () -> {
            companies.look(company);
            return true;
        });
    }

    Member member(String userId) {
        return member(acme, hemu, userId);
    }

    Member member(TenantId tenant, CompanyId company, String userId) {
        tell(tenant, company, "create_user", Map.of("UserID", userId, "Name", "林晓", "Department", "1"));
        return directories.member(tenant, company, userId);
    }

    void leaves(Member member) {
        tell(acme, member.company(), "delete_user", Map.of("UserID", member.userId()));
    }

    void tell(TenantId tenant, CompanyId company, String change, Map<String, String> fields) {
        news = news.plusSeconds(1);
        directories.tell(tenant, Directories.contact(company, change, news, fields));
    }

    /** A code that WeCom gave the member, good for once. */
    String code(Member member) {
        var code = UUID.randomUUID().toString();
        codes.put(key(member.company(), code), member.userId());
        return code;
    }

    Answer begin(TestBrowser browser, CompanyId company) {
        return browser.get("/wecom/sign-in/" + company.value());
    }

    static String state(Answer begun) {
        return begun.location().replaceAll(".*&state=", "");
    }

    Answer back(TestBrowser browser, String code, String state) {
        return browser.get("/wecom/sign-in/return?code=" + code + "&state=" + state);
    }

    Answer signIn(TestBrowser browser, Member member) {
        var state = state(begin(browser, member.company()));
        return back(browser, code(member), state);
    }

    static String problem(Answer answer) {
        return answer.location().replaceAll(".*problem=", "");
    }

    UUID account(Person person) {
        return (UUID) house.query(
                        "select id from access.account where tenant_id = ? and person_id = ?",
                        acme.value(),
                        person.id().value())
                .getFirst()
                .get("id");
    }

    private static String key(CompanyId company, String code) {
        return company.value() + " " + code;
    }
}
