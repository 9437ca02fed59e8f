package io.tilth.guard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tilth.ServerTest;
import io.tilth.access.Staff;
import io.tilth.guard.matrix.TenantRows;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Right;
import io.tilth.kernel.Right.Place;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.postgres.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to an operation, it answers as described, or refuses and says why; it never breaks. */
@ServerTest
@Import({KernelProbe.class, Staff.class})
@TestInstance(Lifecycle.PER_CLASS)
class FuzzTest {

    private static final int CASES = Boolean.getBoolean("tilth.long") ? 400 : 12;
    private static final long COMPANY = 820_001;
    private static final List<String> ENDINGS =
            List.of("/close", "/retire", "/freeze", "/withdraw", "/take-down", "/end", "/undo");

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private List<Right.Catalog> catalogs;

    @Autowired
    private Staff staff;

    private TenantRows rows;
    private Client client;
    private Operations operations;
    private Answers answers;
    private Map<String, String> ids;
    private String account;

    @BeforeAll
    void furnish() throws SQLException {
        staff.open(new TenantId(COMPANY));
        rows = new TenantRows(TestDatabase.shared());
        ids = new Stock(COMPANY, rows).idsByTable();
        account = ids.get("access.account");
        completeMaterials();
        client = new Client(port);
        var document = new JsonMapper()
                .readTree(client.call("GET", "/openapi", "", Client.NOBODY).body());
        operations = new Operations(document, requestMappingHandlerMapping);
        answers = new Answers(document);
    }

    /** One row a table is not enough here: whatever is read has been written. */
    private static void completeMaterials() throws SQLException {
        try (var superuser = TestDatabase.shared().connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("""
                    insert into content.material_version (tenant_id, material_id, number, title, description, priced,
                        content, saved_by, saved_at)
                    select tenant_id, id, draft, '三居', '', true, '{"html": "<p>三居</p>"}', 'Lin', now()
                    from content.material
                    where tenant_id = %d
                    on conflict do nothing""".formatted(COMPANY));
        }
    }

    @AfterAll
    void close() throws SQLException {
        rows.clear(COMPANY);
        rows.close();
    }

    @Test
    void answersAsDescribedToWhoeverAsksProperly() {
        var reached = new ArrayList<String>();
        var inOrder = new ArrayList<>(operations.all());
        inOrder.sort(Comparator.comparing(FuzzTest::harm)); // whatever ends a row comes after those that need it
        for (var operation : inOrder) {
            if (ask(operation)) {
                reached.add(operation.toString());
            }
        }
        assertThat(reached).hasSizeGreaterThan(operations.all().size() / 2);
    }

    @TestFactory
    Stream<DynamicTest> breaksAtNothing() {
        return operations.all().stream().map(operation -> dynamicTest(operation.toString(), () -> torment(operation)));
    }

    /** Each id of ours in turn, likely ones first, until one of them opens the door. */
    private boolean ask(Operation operation) {
        return likely(operation).stream()
                .limit(8)
                .anyMatch(id -> ask(operation, id, false) || ask(operation, id, true));
    }

    private boolean ask(Operation operation, String id, boolean sparing) {
        var proper = new Proper(operations, ids, id, sparing);
        var body = operation.body().map(proper::body).orElse("");
        var path = operation.path(parameter -> parameter.isText() ? id : "1") + asked(operation, proper);
        var answer = client.call(operation, path, body, caller(operation));
        assertThat(answers.fault(operation, answer))
                .as("%s %s: %s", operation, body, answer.body())
                .isEmpty();
        return answer.statusCode() < 300;
    }

    private void torment(Operation operation) {
        var nasty = new Nasty(operations, new Random(operation.toString().hashCode()), likely(operation));
        for (int i = 0; i < CASES; i++) {
            var path = operation.path(_ -> encoded(nasty.id())) + query(operation, nasty);
            var body = operation.body().map(nasty::body).orElse("");
            var answer = client.call(operation, path, body, caller(operation));
            assertThat(answers.fault(operation, answer))
                    .as("%s %s %.300s: %.600s", operation.method(), path, body, answer.body())
                    .isEmpty();
        }
    }

    /** What must be asked, and nothing besides. */
    private static String asked(Operation operation, Proper proper) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && parameter.required())
                .map(parameter -> parameter.name() + "=" + encoded(proper.plain(parameter.name(), parameter.schema())))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String query(Operation operation, Nasty nasty) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(nasty.plain(parameter.schema())))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int harm(Operation operation) {
        boolean ends = ENDINGS.stream().anyMatch(operation.path()::endsWith);
        return List.of("GET", "PUT", "POST", "DELETE").indexOf(operation.method()) + (ends ? 10 : 0);
    }

    /** The ids of our rows, those first whose table is called as the address is. */
    private List<String> likely(Operation operation) {
        var path = operation.path().replace("ies/", "y/").replace("-", "_");
        Function<String, Integer> unlike = table -> {
            var name = table.substring(table.indexOf('.') + 1);
            int words = name.split("_").length;
            int alike = (int) Stream.of(name.split("_")).filter(path::contains).count();
            int last = path.contains(name + "s/{") || path.contains(name + "/{") ? 10 * name.length() : 0;
            return -last - alike * 10 + words;
        };
        return ids.keySet().stream()
                .sorted(Comparator.comparing(unlike))
                .map(table -> String.valueOf(ids.get(table)))
                .toList();
    }

    /** Somebody of our company, or of the house where only the house may ask, with every right there is. */
    private String caller(Operation operation) {
        boolean house = operation
                        .right()
                        .filter(right -> !rights(Place.COMPANY).contains(right))
                        .isPresent()
                && !operation.right().orElse("").isEmpty();
        var place = house ? Place.HOUSE : Place.COMPANY;
        return (house ? TenantId.HOUSE.value() : COMPANY) + "/" + (house ? UUID.randomUUID() : account) + "/"
                + String.join(",", rights(place)) + (house ? "" : ",MEMBER=" + ids.get("directory.member"));
    }

    private List<String> rights(Place place) {
        return catalogs.stream()
                .flatMap(catalog -> catalog.rights().stream())
                .filter(right -> right.places().contains(place))
                .map(Right::key)
                .toList();
    }
}
