package io.tilth.sandbox.kit;

import static io.tilth.sandbox.seed.EmptyCompany.AGENT;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static io.tilth.sandbox.seed.EmptyCompany.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A company with two shops, LIN and ZHAO as their advisers, an app that hears everything, and WANG, who is nobody's yet. */
public final class Stage implements AutoCloseable {
    public static final String LIN = "lin";
    public static final String ZHAO = "zhao";
    public static final int BINJIANG = 2;
    public static final int XIHU = 3;

    private final Sandbox sandbox = Sandbox.start(Settings.forTest());
    private final Ear ear = new Ear(CORP);
    private final Caller caller;
    private final Person wang;

    public Stage() {
        var admins = sandbox.actors().admins();
        admins.open(CORP, "滨江店", Department.ROOT);
        admins.open(CORP, "西湖店", Department.ROOT);
        admins.take(Member.of(CORP, LIN, "林晓", "顾问", BINJIANG).leading(BINJIANG));
        admins.take(Member.of(CORP, ZHAO, "赵敏", "顾问", XIHU));
        wang = sandbox.actors().customers().appear(Person.wechat("WangWangWangWangWangWa", "王先生", 1));
        caller = Caller.of(sandbox, CORP, SECRET);
        assertThat(sandbox.callbacks().configure(CORP, AGENT, ear.address())).isEmpty();
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public Person wang() {
        return wang;
    }

    /** WANG and LIN are friends; the answer is the external_userid. */
    public String friends() {
        return sandbox.actors().customers().add(wang, CORP, LIN, "").customer();
    }

    public JsonNode get(String path, Object... parameters) {
        return caller.get("/cgi-bin/" + path, parameters);
    }

    public JsonNode post(String path, Object... fields) {
        return caller.post("/cgi-bin/" + path, fields);
    }

    /** The code with which the call is answered. */
    public int code(String path, Object... fields) {
        return post(path, fields).path("errcode").asInt();
    }

    /** Each message since the last question as {@code change type}, once all are through. */
    public List<String> news() {
        var all = events();
        return all.stream()
                .map(event ->
                        event.getOrDefault("ChangeType", event.get("Event")).toString())
                .collect(Collectors.toList());
    }

    /** The messages since the last question, once all are through. */
    public List<Map<String, Object>> events() {
        await().until(() -> sandbox.callbacks().pending() == 0);
        var all = List.copyOf(ear.events());
        ear.heard().clear();
        return all;
    }

    @Override
    public void close() {
        sandbox.close();
        ear.close();
    }
}
