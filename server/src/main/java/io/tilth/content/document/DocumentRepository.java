package io.tilth.content.document;

import static java.time.ZoneOffset.UTC;

import io.tilth.content.Documents.Document;
import io.tilth.content.Documents.PageText;
import io.tilth.content.Documents.Progress;
import io.tilth.content.FileId;
import io.tilth.content.Materials.Page;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class DocumentRepository {

    private final TenantJdbc jdbc;

    DocumentRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it was begun before. */
    boolean insert(FileId file, Instant now) {
        return jdbc.sql("""
                insert into content.document (tenant_id, file_id, state, begun_at)
                values (:tenant, :file, 'WAITING', :now)
                on conflict do nothing
                """)
                        .param("file", file.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Document> find(FileId file) {
        return jdbc.sql("""
                select file_id, state, pages, done, fonts_missing, reason
                from content.document
                where tenant_id = :tenant and file_id = :file
                """)
                .param("file", file.value())
                .query(DocumentRepository::document)
                .optional();
    }

    List<FileId> waiting() {
        return jdbc.sql("""
                select file_id
                from content.document
                where tenant_id = :tenant and state = 'WAITING'
                """).query(UUID.class).list().stream().map(FileId::new).toList();
    }

    List<PageText> pages(FileId file) {
        return jdbc.sql("""
                select p.picture_id, f.width, f.height, p.text
                from content.document_page p
                join content.file f on f.tenant_id = p.tenant_id and f.id = p.picture_id
                where p.tenant_id = :tenant and p.file_id = :file
                order by p.number
                """)
                .param("file", file.value())
                .query(DocumentRepository::page)
                .list();
    }

    void insertPage(FileId file, int number, FileId picture, String text) {
        jdbc.sql("""
                insert into content.document_page (tenant_id, file_id, number, picture_id, text)
                values (:tenant, :file, :number, :picture, :text)
                """)
                .param("file", file.value())
                .param("number", number)
                .param("picture", picture.value())
                .param("text", text)
                .update();
    }

    /** False when there is nothing to do, or somebody is at it. */
    boolean claim(FileId file, Instant now, Instant until) {
        return jdbc.sql("""
                update content.document
                set claimed_until = :until
                where tenant_id = :tenant and file_id = :file and state = 'WAITING'
                    and (claimed_until is null or claimed_until < :now)
                """)
                        .param("file", file.value())
                        .param("now", now.atOffset(UTC))
                        .param("until", until.atOffset(UTC))
                        .update()
                == 1;
    }

    void release(FileId file) {
        jdbc.sql("""
                update content.document
                set claimed_until = null
                where tenant_id = :tenant and file_id = :file
                """).param("file", file.value()).update();
    }

    /** The pages of an earlier attempt, with their pictures. */
    void deletePages(FileId file) {
        jdbc.sql("""
                delete from content.file
                where tenant_id = :tenant and part_of = :file
                """).param("file", file.value()).update();
    }

    void update(Document document) {
        jdbc.sql("""
                update content.document
                set state = :state, pages = :pages, done = :done, fonts_missing = :fonts, reason = :reason
                where tenant_id = :tenant and file_id = :file
                """)
                .param("file", document.file().value())
                .param("state", document.state().name())
                .param("pages", document.pages())
                .param("done", document.done())
                .param("fonts", document.fontsMissing())
                .param("reason", document.reason().orElse(null))
                .update();
    }

    private static Document document(ResultSet row, int index) throws SQLException {
        return new Document(
                new FileId(row.getObject("file_id", UUID.class)),
                Progress.valueOf(row.getString("state")),
                row.getInt("pages"),
                row.getInt("done"),
                row.getBoolean("fonts_missing"),
                Optional.ofNullable(row.getString("reason")));
    }

    private static PageText page(ResultSet row, int index) throws SQLException {
        var picture = new FileId(row.getObject("picture_id", UUID.class));
        return new PageText(new Page(picture, row.getInt("width"), row.getInt("height")), row.getString("text"));
    }
}
