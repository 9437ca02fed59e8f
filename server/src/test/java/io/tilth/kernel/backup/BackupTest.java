package io.tilth.kernel.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.TilthApplication;
import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.kernel.tenant.MigratedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BackupTest {

    private static final String KEY = "dGVzdC1rZXktZm9yLXRlc3RzLW9ubHktMTIzNDU2Nzg=";
    private static final String OTHER_KEY = "YW5vdGhlci1rZXktZm9yLXRlc3RzLW9ubHktMTIzNDU=";

    @TempDir
    Path folder;

    TestDatabase source;
    TestDatabase target;
    Path file;

    @BeforeEach
    void withADatabaseThatHasEverything() throws SQLException {
        source = MigratedDatabase.copy();
        target = TestDatabase.fresh();
        file = folder.resolve("tilth.zip");
        source(1, "Acme\\t\\n欧阳\\\\");
        source(2, "Globex");
        run(
                source,
                "insert into kernel.event_publication (id, listener_id, event_type, serialized_event,"
                        + " publication_date) values (gen_random_uuid(), 'l', 't', '{}', now())");
        run(source, "insert into kernel.session values (repeat('x', 36), repeat('y', 36), 1, 1, 1, 1, 'lin')");
        run(source, "select nextval('tenancy.tenant_id'), nextval('tenancy.tenant_id')");
    }

    @AfterEach
    void drop() {
        source.drop();
        target.drop();
    }

    @Test
    void bringsBackEveryRowOfEveryTable() throws SQLException {
        command("backup", source, KEY);
        command("restore", target, KEY);

        var expected = hashes(source);
        assertThat(expected).containsKeys("kernel.audit", "access.person", "tenancy.export_chunk");
        assertThat(hashes(target)).isEqualTo(expected);
        assertThat(ask(target, "select count(*) from access.api_key")).isEqualTo("2");
        assertThat(ask(target, "select count(*) from kernel.event_publication")).isEqualTo("3");
        assertThat(ask(target, "select nextval('tenancy.tenant_id')")).isEqualTo("3");
    }

    @Test
    void leavesOutWhatIsNotWorthKeeping() throws SQLException {
        command("backup", source, KEY);
        command("restore", target, KEY);

        assertThat(ask(target, "select count(*) from kernel.session")).isEqualTo("0");
    }

    @Test
    void putsBothLocksUpAgain() throws SQLException {
        command("backup", source, KEY);
        command("restore", target, KEY);

        var locks = """
                select string_agg(oid::regclass || ' ' || relrowsecurity || relforcerowsecurity, ',' order by oid::regclass::text)
                from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('kernel', 'tenancy', 'access')""";
        assertThat(ask(target, locks)).isEqualTo(ask(source, locks));
        try (var app = target.connectAsApp();
                var rows = app.createStatement().executeQuery("select count(*) from access.api_key")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void isForItsOwnersEyesAloneAndNeverOverwrites() throws IOException {
        command("backup", source, KEY);

        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        refused("backup", source, KEY, "exists already");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void refusesADatabaseThatIsInUse() throws SQLException {
        command("backup", source, KEY);
        run(source, "delete from kernel.session");
        var before = hashes(source);

        refused("restore", source, KEY, "not empty");

        assertThat(hashes(source)).isEqualTo(before);
    }

    @Test
    void refusesAFileThatIsMissingOrDamaged() throws IOException {
        refused("restore", target, KEY, "no file to read");

        Files.writeString(file, "not a zip");
        refused("restore", target, KEY, "damaged");

        Files.delete(file);
        command("backup", source, KEY);
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        refused("restore", target, KEY, "damaged");
    }

    @Test
    void refusesRowsThatWereChanged() throws IOException, SQLException {
        command("backup", source, KEY);
        rewrite("tables/access.api_key.copy", text -> text.replace("Globex", "Initech"));

        refused("restore", target, KEY, "rows of access.api_key were changed");
        assertThat(ask(target, "select count(*) from pg_namespace where nspname = 'kernel'"))
                .as("the database was not touched")
                .isEqualTo("0");
    }

    @Test
    void refusesABackupOfAnotherVersion() throws SQLException {
        run(source, """
                insert into migration.access (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
                values (99, '99', 'later', 'SQL', 'later', 7, 'x', 1, true)""");
        command("backup", source, KEY);

        refused("restore", target, KEY, "whose tables differ");
    }

    @Test
    void refusesAFileOfAnotherFormat() throws IOException {
        command("backup", source, KEY);
        rewrite("manifest.json", text -> text.replace("\"format\" : 1", "\"format\" : 2"));

        refused("restore", target, KEY, "has the format 2");
    }

    @Test
    void refusesSecretsThatItCouldNotOpen() {
        command("backup", source, KEY);

        refused("restore", target, OTHER_KEY, "another encryption key");
    }

    @Test
    void takesNothingWhenARowDoesNotArrive() throws IOException, SQLException {
        command("backup", source, KEY);
        rewrite("manifest.json", text -> text.replaceFirst("(\"table\" : \"access.api_key\"[^}]*\"rows\" : )2", "$13"));

        refused("restore", target, KEY, "only 2 arrived");

        assertThat(ask(target, "select count(*) from access.person")).isEqualTo("0");
        assertThat(ask(target, "select count(*) from tenancy.tenant")).isEqualTo("1");
        assertThat(ask(target, "select relforcerowsecurity from pg_class where oid = 'access.api_key'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void saysWhatItCannotDo(CapturedOutput output) {
        refused("polish", source, KEY, "no command 'polish'");
        assertThat(output).contains("APPLICATION FAILED TO START", "The commands are backup, restore");
    }

    private void command(String command, TestDatabase database, String key) {
        var arguments = new ArrayList<>(
                List.of("--tilth.command=" + command, "--tilth.file=" + file, "--tilth.encryption-key=" + key));
        database.asProperties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        TilthApplication.main(arguments.toArray(String[]::new));
    }

    private void refused(String command, TestDatabase database, String key, String words) {
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> command(command, database, key))
                .withMessageContaining(words);
    }

    private void rewrite(String entry, UnaryOperator<String> change) throws IOException {
        var changed = folder.resolve("changed.zip");
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (var each : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(each.getName()));
                var bytes = from.getInputStream(each).readAllBytes();
                to.write(
                        each.getName().equals(entry)
                                ? change.apply(new String(bytes)).getBytes()
                                : bytes);
            }
        }
        Files.delete(file);
        Files.move(changed, file);
    }

    /** A tenant with a row in tables of all kinds: texts that need care, bytes, JSON, references. */
    private void source(int tenant, String name) throws SQLException {
        var id = UUID.randomUUID();
        run(
                source,
                "set local tilth.tenant_id = '%d'".formatted(tenant),
                """
                insert into tenancy.tenant (id, name, trade, time_zone, plan, state, valid_until, created_at)
                values (%d, E'%s', 'HOME', 'UTC', 'PRO', 'ACTIVE', now(), now())""".formatted(tenant, name),
                """
                insert into access.person (id, login, password_hash, totp_sealed, created_at)
                values ('%s', 'person%d', 'hash', '\\x00ff0a5c', now())""".formatted(id, tenant),
                "insert into access.membership values ('%s', %d, '%s')".formatted(id, tenant, id),
                """
                insert into access.api_key (tenant_id, id, name, prefix, secret_hash, rights, created_by, created_at,
                    expires_at)
                values (%d, '%s', E'%s', 'tk', '\\x00', '{"a,b",c}', '%s', now(), now())""".formatted(tenant, id, name, id),
                """
                insert into kernel.audit (tenant_id, id, at, actor_kind, actor_name, action, detail)
                values (%d, '%s', now(), 'SYSTEM', E'%s', 'a.b', '{"k": "\\\\n"}')""".formatted(tenant, id, name),
                """
                insert into tenancy.export (tenant_id, id, state, requested_by_name, requested_at)
                values (%d, '%s', 'READY', 'Lin', now())""".formatted(tenant, id),
                "insert into tenancy.export_chunk values (%d, '%s', 0, '\\x0001020d0a')".formatted(tenant, id),
                """
                insert into kernel.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                    tenant_id)
                values ('%s', 'l', 't', '{}', now(), %d)""".formatted(id, tenant));
    }

    /** One fingerprint a table, as the superuser sees it. */
    private static Map<String, String> hashes(TestDatabase database) throws SQLException {
        var hashes = new TreeMap<String, String>();
        for (var table : ask(database, """
                select string_agg(oid::regclass::text, ',')
                from pg_class
                where relkind = 'r' and relnamespace::regnamespace::text in ('kernel', 'tenancy', 'access')
                    and relname not like 'session%'
                    and relname not in ('scheduled_tasks', 'live_signal')""").split(",")) {
            hashes.put(table, ask(database, """
                    select count(*) || ':' || coalesce(md5(string_agg(row::text, '|' order by row::text)), '')
                    from %s row""".formatted(table)));
        }
        return hashes;
    }

    private static void run(TestDatabase database, String... statements) throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private static String ask(TestDatabase database, String question) throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var rows = connection.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
