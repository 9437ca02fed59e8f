package io.tilth.community.groupchat;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.tilth.ServerTest;
import io.tilth.access.Staff;
import io.tilth.directory.Directories;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.SyncPart;
import io.tilth.wecom.WecomGroupChats;
import io.tilth.wecom.WecomGroupChats.Chat;
import io.tilth.wecom.WecomGroupChats.Chats;
import io.tilth.wecom.WecomGroupChats.Listed;
import io.tilth.wecom.WecomGroupChats.Seat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Group chats of a company; what WeCom would say of them is said here. */
@ServerTest
@Import({KernelProbe.class, Staff.class, Directories.class})
abstract class GroupChatKit {

    static final Instant MADE = Instant.parse("2026-10-01T08:00:00Z");

    @MockitoBean
    WecomGroupChats wecom;

    @Autowired
    Directories directories;

    @Autowired
    Staff staff;

    @Autowired
    GroupChatFetcher fetcher;

    @Autowired
    GroupChatPart part;

    @LocalServerPort
    int port;

    final Map<String, Chat> chats = new LinkedHashMap<>();
    private Instant news = Instant.now();
    Probing reader;
    TenantId acme;
    CompanyId hemu;
    Member lin;

    @BeforeEach
    void furnish() {
        reader = Probing.on(port, "group-chat:read");
        acme = reader.tenant();
        staff.open(acme);
        hemu = directories.connect(acme);
        lin = member("linxiao", "林晓");
        staff.update(acme, "update directory.member set has_customers = true where tenant_id = :tenant");
        when(wecom.find(any(), any())).thenAnswer(call -> Optional.ofNullable(chats.get(call.getArgument(1))));
        when(wecom.owned(any(), any(), any())).thenAnswer(call -> {
            List<String> owners = call.getArgument(1);
            var listed = chats.values().stream()
                    .filter(chat -> owners.contains(chat.owner()))
                    .map(chat -> new Listed(chat.chatId(), 0))
                    .toList();
            return new Chats(listed, Optional.empty());
        });
    }

    Map<String, Integer> sync() {
        var differences = new HashMap<String, Integer>();
        Optional<String> cursor = Optional.empty();
        var run = new SyncPart.Run(hemu, true);
        for (var piece = next(run, cursor); piece.isPresent(); piece = next(run, cursor)) {
            var found = piece.get();
            directories.in(acme, found::store).forEach((kind, count) -> differences.merge(kind, count, Integer::sum));
            cursor = Optional.of(found.cursor());
        }
        return differences;
    }

    Optional<SyncPart.Piece> next(SyncPart.Run run, Optional<String> cursor) {
        return directories.in(acme, () -> part.next(run, cursor));
    }

    Member member(String userId, String name) {
        tell("create_user", Map.of("UserID", userId, "Name", name, "Department", "1"));
        return directories.member(acme, hemu, userId);
    }

    void tell(String change, Map<String, String> fields) {
        news = news.plusSeconds(1);
        directories.tell(acme, Directories.contact(hemu, change, news, fields));
    }

    void hear(String change, String chatId) {
        news = news.plusSeconds(1);
        directories.tell(
                acme,
                new Callback(UUID.randomUUID(), hemu, "change_external_chat", change, news, Map.of("ChatId", chatId)));
    }

    JsonNode list() {
        return new JsonMapper().readTree(reader.get("/api/v1/group-chats").body());
    }

    Map<String, String> states() {
        var states = new HashMap<String, String>();
        var pages = new ArrayList<JsonNode>();
        pages.add(new JsonMapper()
                .readTree(reader.get("/api/v1/group-chats?limit=200").body()));
        pages.forEach(page -> page.at("/items")
                .forEach(chat -> states.put(
                        chat.at("/name").asString(), chat.at("/state").asString())));
        return states;
    }

    JsonNode open(JsonNode listed) {
        var answer = reader.get("/api/v1/group-chats/" + listed.at("/id").asString());
        return new JsonMapper().readTree(answer.body());
    }

    static Chat chat(String id, String name, Seat... seats) {
        return new Chat(id, name, "linxiao", MADE, "", List.of(seats), List.of());
    }

    static Seat customer(String id) {
        return seat(id, true);
    }

    static Seat colleague(String id) {
        return seat(id, false);
    }

    static Seat seat(String id, boolean external) {
        return new Seat(
                id,
                external,
                Optional.of("名字 " + id),
                Optional.empty(),
                MADE.plusSeconds(IntStream.of(id.chars().toArray()).sum()),
                3,
                Optional.empty(),
                Optional.empty());
    }
}
