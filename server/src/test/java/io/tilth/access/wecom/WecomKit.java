package io.tilth.access.wecom;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.tilth.access.AccountId;
import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.Persons.Person;
import io.tilth.access.TestBrowser;
import io.tilth.access.TestBrowser.Answer;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.Standings;
import io.tilth.directory.Standings.Standing;
import io.tilth.kernel.TenantId;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.MemberLogins;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** People who come by WeCom; what WeCom and the directory would say is said here. */
@BrowserTest
abstract class WecomKit {

    static final String WECOM = "Mozilla/5.0 MicroMessenger/7.0.1 wxwork/4.1.20";

    @MockitoBean
    MemberLogins logins;

    @MockitoBean
    Members members;

    @MockitoBean
    Standings standings;

    @MockitoBean
    Companies connected;

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    SignInCompanyService companies;

    @Autowired
    LeavingService leaving;

    @Autowired
    ApplicationEventPublisher events;

    @LocalServerPort
    int port;

    final Map<String, String> codes = new HashMap<>();
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
        when(standings.of(any())).thenReturn(new Standing(Optional.empty(), Set.of(), Set.of(), false));
    }

    CompanyId connect(TenantId tenant) {
        var company = CompanyId.next();
        when(connected.connected())
                .thenReturn(List.of(new Company(company, "禾木里", "ww1", Company.Kind.SELF_BUILT, 1000002)));
        house.in(tenant, () -> {
            companies.look(company);
            return true;
        });
        return company;
    }

    Member member(CompanyId company, String userId) {
        return tell(new Member(MemberId.next(), company, userId, "林晓", true));
    }

    Member leaves(Member member) {
        return tell(new Member(member.id(), member.company(), member.userId(), member.name(), false));
    }

    Member tell(Member member) {
        when(members.find(member.id())).thenReturn(Optional.of(member));
        when(members.ofUser(eq(member.company()), eq(member.userId()))).thenReturn(Optional.of(member));
        return member;
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

    AccountId account(TenantId tenant, Person person) {
        return new AccountId((UUID) house.query(
                        "select id from access.account where tenant_id = ? and person_id = ?",
                        tenant.value(),
                        person.id().value())
                .getFirst()
                .get("id"));
    }

    private static String key(CompanyId company, String code) {
        return company.value() + " " + code;
    }
}
