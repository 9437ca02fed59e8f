package io.tilth.customer.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomCustomers;
import io.tilth.wecom.WecomRefusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a customer to the chat with them, and back from the chat to who it is. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
@RecordApplicationEvents
class ChatTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    @MockitoBean
    WecomCustomers wecom;

    @Autowired
    ApplicationEvents events;

    Probing acme;
    CompanyId company;
    Probing lin;
    Probing zhao;

    @BeforeEach
    void withAFriendOfLin() {
        acme = Probing.on(port, "customer:read");
        company = directories.connect(acme.tenant());
        // An answer without the customer would say that they are friends no more.
        Mockito.when(wecom.find(ArgumentMatchers.eq(company), ArgumentMatchers.anyString()))
                .thenThrow(new WecomRefusal("externalcontact/get", -1, WecomRefusal.Kind.BUSY, "busy"));
        tell("add_external_contact", "zhao", "wmLi", 0);
        tell("add_external_contact", "lin", "wmWang", 1);
        lin = self("lin");
        zhao = self("zhao");
    }

    @Test
    void knowsBesideTheChatWhoTheCustomerIs() {
        var beside = json(lin, "/api/v1/sidebar/customer?userId=wmWang");

        assertThat(beside.path("id").asString()).isEqualTo(wang());
        assertThat(beside.path("followers").size()).isEqualTo(1);
    }

    @Test
    void namesTheCustomerAsTheirChatDoes() {
        assertThat(json(lin, chat()).path("externalUserId").asString()).isEqualTo("wmWang");
    }

    @Test
    void opensNoChatForWhoIsNoFriend() {
        tell("add_external_contact", "zhao", "wmWang", 2);
        assertThat(json(zhao, chat()).path("externalUserId").asString()).isEqualTo("wmWang");

        tell("del_external_contact", "zhao", "wmWang", 3);
        var gone = zhao.get(chat());
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("/problems/not-your-friend");
        assertThat(acme.get(chat()).statusCode()).isEqualTo(409);
    }

    @Test
    void tellsNobodyOfStrangersAndOfOtherTenants() {
        var globex = Probing.on(port, "customer:read");
        directories.connect(globex.tenant());

        assertThat(lin.get("/api/v1/sidebar/customer?userId=wmNobody").statusCode())
                .isEqualTo(404);
        assertThat(zhao.get("/api/v1/sidebar/customer?userId=wmWang").statusCode())
                .isEqualTo(404);
        assertThat(globex.get("/api/v1/sidebar/customer?userId=wmWang").statusCode())
                .isEqualTo(404);
        assertThat(globex.get(chat()).statusCode()).isEqualTo(404);
    }

    private String chat() {
        return "/api/v1/customers/" + wang() + "/chat";
    }

    private String wang() {
        return json(acme, "/api/v1/customers").path("items").get(0).path("id").asString();
    }

    private Probing self(String user) {
        var member = directories.member(acme.tenant(), company, user).id().value();
        return new Probing(port, acme.tenant(), acme.account(), "customer:read,SELF,MEMBER=" + member);
    }

    private void tell(String change, String user, String external, int second) {
        directories.tell(
                acme.tenant(),
                new Callback(
                        UUID.randomUUID(),
                        company,
                        "change_external_contact",
                        change,
                        NOON.plusSeconds(second),
                        Map.of("UserID", user, "ExternalUserID", external)));
    }

    private static JsonNode json(Probing who, String path) {
        return new JsonMapper().readTree(who.get(path).body());
    }
}
