package io.tilth.guard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tilth.ServerTest;
import io.tilth.access.Passwords;
import io.tilth.access.Staff;
import io.tilth.access.TestBrowser;
import io.tilth.guard.matrix.TenantRows;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Right;
import io.tilth.kernel.Right.Place;
import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to an operation, it answers as described, or refuses and says why; it never breaks. */
@ServerTest
@Import({KernelProbe.class, Staff.class})
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FuzzTest {

    private static final int CASES = Boolean.getBoolean("tilth.long") ? 400 : 12;
    private static final long COMPANY = Furnishing.COMPANY;
    private static final List<String> METHODS = List.of("POST", "PUT", "GET");
    private static final List<String> ENDINGS = List.of(
            "/contacted",
            "/refuse",
            "/password",
            "/retire",
            "/freeze",
            "/withdraw",
            "/take-down",
            "/end",
            "/undo",
            "/close");

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private List<Right.Catalog> catalogs;

    @Autowired
    private Staff staff;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Secrets secrets;

    private TenantRows rows;
    private Client client;
    private Operations operations;
    private Answers answers;
    private Asking asking;
    private Map<String, String> ids;
    private String account;

    @BeforeAll
    void furnish() throws SQLException {
        staff.open(new TenantId(COMPANY));
        rows = new TenantRows(TestDatabase.shared());
        ids = Stock.living(COMPANY, rows).idsByTable();
        account = ids.get("access.account");
        Furnishing.of(
                ids,
                passwords.hash(Furnishing.LOGIN, Furnishing.PASSWORD).value(),
                secrets.seal(new TenantId(COMPANY), "made-up"));
        var colleague = staff.hire(new TenantId(COMPANY), "Chen", Staff.GUIDE);
        ids.put("access.account_", colleague.value().toString());
        client = new Client(port);
        var document = new JsonMapper()
                .readTree(client.call("GET", "/openapi", "", Client.NOBODY).body());
        operations = new Operations(document, requestMappingHandlerMapping);
        answers = new Answers(document);
        asking = new Asking(client, operations, answers, ids, this::caller, this::atTheDesk);
    }

    /** Whoever holds our account signs in, anew each time: some operations end the session. */
    private TestBrowser atTheDesk() {
        var browser = new TestBrowser(port);
        browser.signIn(Furnishing.LOGIN, Furnishing.PASSWORD);
        return browser;
    }

    @AfterAll
    void close() throws SQLException {
        rows.clear(COMPANY);
        rows.close();
    }

    /** First: what is tormented may end. */
    @Test
    @Order(1)
    void answersAsDescribedToWhoeverAsksProperly() {
        var left = new ArrayList<>(operations.all());
        left.sort(Comparator.comparing(FuzzTest::harm)); // whatever ends a row comes after those that need it
        for (int before = left.size() + 1; left.size() < before; ) { // and what needs something ended, after that
            before = left.size();
            left.removeIf(asking::succeeds);
        }
        assertThat(left).hasSizeLessThan(operations.all().size() / 10);
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> breaksAtNothing() {
        return operations.all().stream().map(operation -> dynamicTest(operation.toString(), () -> torment(operation)));
    }

    private void torment(Operation operation) {
        var nasty = new Nasty(operations, new Random(operation.toString().hashCode()), asking.likely(operation));
        for (int i = 0; i < CASES; i++) {
            var path = operation.path(_ -> Asking.encoded(nasty.id())) + query(operation, nasty);
            var body = operation.body().map(nasty::body).orElse("");
            var answer = client.call(operation, path, body, caller(operation));
            assertThat(answers.fault(operation, answer))
                    .as("%s %s %.300s: %.600s", operation.method(), path, body, answer.body())
                    .isEmpty();
        }
    }

    private static String query(Operation operation, Nasty nasty) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .map(parameter ->
                        Asking.encoded(parameter.name()) + "=" + Asking.encoded(nasty.plain(parameter.schema())))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** Reads first, then changes, then what ends a thing, which the last of all is its removal. */
    private static int harm(Operation operation) {
        int ending = ENDINGS.indexOf(
                ENDINGS.stream().filter(operation.path()::endsWith).findFirst().orElse(""));
        return operation.method().equals("DELETE")
                ? ENDINGS.size()
                : ending >= 0 ? ending : -METHODS.indexOf(operation.method()) - 1;
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
