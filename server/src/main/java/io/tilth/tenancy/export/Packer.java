package io.tilth.tenancy.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.TenantCatalog;
import io.tilth.kernel.TenantCatalog.Table;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import io.tilth.tenancy.export.Export.State;
import io.tilth.tenancy.export.ExportQueue.Order;
import io.tilth.tenancy.export.ExportRepository.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Packs all that a tenant has, as it was at one moment, into a zip file. */
@Component
class Packer {

    private static final String READ_ME = """
            这是贵企业在 Tilth 中的全部数据，取自 manifest.json 所记的同一时刻。
            每张表一个文件，名为“模式.表.jsonl”：每行一条记录，JSON 格式，UTF-8 编码。
            manifest.json 写明时间、软件版本和每张表的行数，可用于核对。
            密码与密钥不在其中。

            This is everything that your company has in Tilth, as it was at the moment that manifest.json names.
            Each table is a file, named "schema.table.jsonl": one record a line, as JSON in UTF-8.
            manifest.json tells the time, the version of the software and the rows of each table, to check against.
            Passwords and keys are not part of it.
            """;

    private final TenantVisits visits;
    private final TenantCatalog catalog;
    private final PackingService packing;
    private final Tenants tenants;
    private final Live live;
    private final JsonMapper json;
    private final Clock clock;
    private final String version;

    Packer(
            TenantVisits visits,
            TenantCatalog catalog,
            PackingService packing,
            Tenants tenants,
            Live live,
            JsonMapper json,
            Clock clock,
            ObjectProvider<BuildProperties> build) {
        this.visits = visits;
        this.catalog = catalog;
        this.packing = packing;
        this.tenants = tenants;
        this.live = live;
        this.json = json;
        this.clock = clock;
        this.version = build.stream()
                .findFirst()
                .map(properties -> properties.getVersion())
                .orElse("development");
    }

    /** Starts from the beginning, also after a node died in the middle; does nothing when the export has ended or gone. */
    void pack(Order order) {
        var packed = visits.snapshot(order.tenant(), () -> {
            var tables = catalog.exported();
            return packing.begin(order.export(), tables.size()) && pack(order, tables);
        });
        if (packed) {
            end(order, State.READY);
        }
    }

    void giveUp(Order order) {
        end(order, State.FAILED);
    }

    private boolean pack(Order order, List<Table> tables) {
        var pieces = new Pieces((number, piece) -> packing.keep(order.export(), number, piece));
        var rows = new LinkedHashMap<String, Long>();
        try (var zip = new ZipOutputStream(pieces)) {
            write(zip, "README.txt", READ_ME);
            for (var table : tables) {
                rows.put(table.fullName(), write(zip, table));
                packing.progress(order.export(), new Progress(rows.size(), total(rows), pieces.length()));
            }
            write(zip, "manifest.json", manifest(order.tenant(), rows));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        packing.progress(order.export(), new Progress(rows.size(), total(rows), pieces.length()));
        return true;
    }

    private long write(ZipOutputStream zip, Table table) throws IOException {
        zip.putNextEntry(new ZipEntry(table.fullName() + ".jsonl"));
        long rows = catalog.write(table, zip);
        zip.closeEntry();
        return rows;
    }

    private static void write(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private String manifest(TenantId tenant, Map<String, Long> rows) {
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Manifest(
                        1,
                        version,
                        clock.instant().toString(),
                        tenants.find(tenant).orElseThrow(),
                        rows));
    }

    /** Ends it for the company's screens, and for the operator's, who may have asked for it. */
    private void end(Order order, State state) {
        visits.system(order.tenant(), () -> {
            packing.end(order.export(), state);
            return state;
        });
        visits.system(TenantId.HOUSE, () -> {
            live.push(Recipient.EVERYBODY, "export", order.export().value().toString());
            return state;
        });
    }

    private static long total(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param format changes when a reader of such files would have to */
    record Manifest(int format, String version, String takenAt, Tenants.Tenant tenant, Map<String, Long> rows) {}
}
