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
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

/** Nobody reaches what is not theirs by any operation, whoever they are and whatever they send. */
@ServerTest
@Import({KernelProbe.class, Staff.class})
@TestInstance(Lifecycle.PER_CLASS)
class HttpMatrixTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long VICTIM = 810_001;
    private static final long ASKER = 810_002;
    private static final long OWNER = 810_003;

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private List<Right.Catalog> catalogs;

    @Autowired
    private Staff staff;

    private TenantRows rows;
    private Stock theirs;
    private Client client;
    private Operations operations;
    private Bodies bodies;

    @BeforeAll
    void furnish() throws SQLException {
        staff.open(new TenantId(VICTIM));
        staff.open(new TenantId(ASKER));
        rows = new TenantRows(TestDatabase.shared());
        theirs = new Stock(VICTIM, rows);
        client = new Client(port);
        var document =
                JSON.readTree(client.call("GET", "/openapi", "", Client.NOBODY).body());
        operations = new Operations(document, requestMappingHandlerMapping);
        bodies = new Bodies(operations);
    }

    @AfterAll
    void close() throws SQLException {
        for (long tenant : List.of(VICTIM, ASKER, OWNER)) {
            rows.clear(tenant);
        }
        rows.close();
    }

    @TestFactory
    Stream<DynamicTest> asksTheSignedOutToSignIn() {
        return each("signed out", operation -> {
            var answer = call(operation, Client.NOBODY);
            if (operation.isOpen()) {
                assertThat(answer.statusCode()).isLessThan(500);
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
                assertThat(answer.body()).contains("/problems/not-signed-in");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> letsEachRoleDoWhatItsRightsCover() {
        var callers = Stream.of(Place.values())
                .flatMap(place -> Role.builtIn(client, place, ASKER).stream())
                .toList();
        assertThat(callers).hasSizeGreaterThanOrEqualTo(7);
        return callers.stream()
                .flatMap(role -> each(
                        "as " + role.key(),
                        operation -> role.mayOnlyWhatItHolds(operation, call(operation, role.caller()))));
    }

    @TestFactory
    Stream<DynamicTest> hidesAnotherTenantsRows() {
        return Stream.of(Place.values())
                .flatMap(place -> each("from " + place, operation -> tryTheirIds(operation, everyRight(place))));
    }

    /** The same ids do open doors for their owner, or the test above would prove nothing. */
    @Test
    void opensTheSameDoorsToTheOwner() {
        staff.open(new TenantId(OWNER));
        var own = new Stock(OWNER, rows).ids();
        var owner = everyRight(Place.COMPANY).replaceFirst("^\\d+", Long.toString(OWNER));
        var opened = operations.all().stream()
                .filter(operation -> operation.takesIds() && !operation.isOpen())
                .filter(operation -> own.stream().anyMatch(id -> opens(operation, id, owner)))
                .map(Operation::toString)
                .toList();
        assertThat(opened).hasSizeGreaterThan(4).contains("DELETE /api/v1/roles/{id}");
    }

    private boolean opens(Operation operation, String id, String caller) {
        var body =
                operation.body().map(schema -> bodies.valid(schema, () -> id)).orElse("");
        var path = operation.path(parameter -> filled(parameter, id));
        return client.call(operation, path, body, caller).statusCode() < 300;
    }

    @TestFactory
    Stream<DynamicTest> turnsBadInputAway() {
        return Stream.of(Place.values())
                .flatMap(place -> operations.all().stream()
                        .filter(operation -> operation.body().isPresent() && place(operation) == place)
                        .flatMap(operation -> bodies.bad(operation.body().orElseThrow()).stream()
                                .map(bad -> dynamicTest(
                                        operation + ", " + bad.what(), () -> sendBad(operation, bad, place)))));
    }

    private void tryTheirIds(Operation operation, String caller) throws SQLException {
        var before = theirs.digest();
        boolean once = !operation.takesIds() && operation.body().isEmpty();
        for (var id : once ? List.of(theirs.ids().iterator().next()) : theirs.ids()) {
            var body = operation
                    .body()
                    .map(schema -> bodies.valid(schema, () -> id))
                    .orElse("");
            var answer = client.call(operation, operation.path(parameter -> filled(parameter, id)), body, caller);
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
            if (operation.takesIds()) {
                assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
            } else {
                theirs.ids().stream()
                        .filter(one -> !body.contains(one))
                        .forEach(one -> assertThat(answer.body()).doesNotContain(one));
            }
        }
        assertThat(theirs.digest()).isEqualTo(before);
    }

    private void sendBad(Operation operation, Bodies.Bad bad, Place place) throws SQLException {
        var before = rows.digest(tenant(place));
        var path =
                operation.path(parameter -> filled(parameter, UUID.randomUUID().toString()));
        var answer = client.call(operation.method(), path, bad.text(), everyRight(place));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception", "org.postgresql", "jackson");
        if (bad.forbidden()) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
            assertThat(rows.digest(tenant(place))).isEqualTo(before);
        }
    }

    private HttpResponse<String> call(Operation operation, String caller) {
        var nobodys = UUID.randomUUID().toString();
        var body = operation
                .body()
                .map(schema -> bodies.valid(schema, () -> nobodys))
                .orElse("");
        return client.call(operation, operation.path(parameter -> filled(parameter, nobodys)), body, caller);
    }

    private static String filled(Operation.Parameter parameter, String id) {
        return parameter.isText() ? id : Long.toString(999_999_999);
    }

    /** Somebody with every right that the place knows. */
    private String everyRight(Place place) {
        var rights = catalogs.stream()
                .flatMap(catalog -> catalog.rights().stream())
                .filter(right -> right.places().contains(place))
                .map(Right::key)
                .collect(Collectors.joining(","));
        return tenant(place) + "/" + UUID.randomUUID() + "/" + rights;
    }

    /** Where to send bad input from: a company that nobody else knows, unless only the house may do it. */
    private Place place(Operation operation) {
        var rights = List.of(everyRight(Place.COMPANY).split("[/,]"));
        var right = operation.right().orElse("");
        return right.isEmpty() || rights.contains(right) ? Place.COMPANY : Place.HOUSE;
    }

    private static long tenant(Place place) {
        return place == Place.HOUSE ? TenantId.HOUSE.value() : ASKER;
    }

    private Stream<DynamicTest> each(String who, Check check) {
        return new ArrayList<>(operations.all())
                .stream().map(operation -> dynamicTest(operation + ", " + who, () -> check.on(operation)));
    }

    private interface Check {
        void on(Operation operation) throws SQLException;
    }
}
