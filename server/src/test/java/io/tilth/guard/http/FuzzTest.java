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
    private Bodies bodies;
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
        bodies = new Bodies(operations);
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
        for (var operation : operations.all()) {
            if (ask(operation)) {
                reached.add(operation.toString());
            }
        }
        assertThat(reached).hasSizeGreaterThan(operations.all().size() / 3);
    }

    @TestFactory
    Stream<DynamicTest> breaksAtNothing() {
        return operations.all().stream().map(operation -> dynamicTest(operation.toString(), () -> torment(operation)));
    }

    /** Each id of ours in turn, likely ones first, until one of them opens the door. */
    private boolean ask(Operation operation) {
        for (var id : likely(operation).stream().limit(8).toList()) {
            var body = operation
                    .body()
                    .map(schema -> bodies.valid(schema, () -> id))
                    .orElse("");
            var path = operation.path(parameter -> parameter.isText() ? id : "1") + asked(operation, id);
            var answer = client.call(operation, path, body, caller(operation));
            assertThat(answers.fault(operation, answer))
                    .as("%s %s: %s", operation, body, answer.body())
                    .isEmpty();
            if (answer.statusCode() < 300) {
                return true;
            }
        }
        return false;
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
    private String asked(Operation operation, String id) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && parameter.required())
                .map(parameter -> parameter.name() + "=" + encoded(bodies.plain(parameter.schema(), () -> id)))
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

    /** The ids of our rows, those first whose table is called as the address is. */
    private List<String> likely(Operation operation) {
        Function<String, Integer> unlike = table -> {
            var words = table.substring(table.indexOf('.') + 1).split("_");
            return -(int) Stream.of(words).filter(operation.path()::contains).count() * 10 + words.length;
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
                + String.join(",", rights(place));
    }

    private List<String> rights(Place place) {
        return catalogs.stream()
                .flatMap(catalog -> catalog.rights().stream())
                .filter(right -> right.places().contains(place))
                .map(Right::key)
                .toList();
    }
}
