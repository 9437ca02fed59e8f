package io.tilth.content.file;

import static java.time.ZoneOffset.UTC;

import io.tilth.content.FileId;
import io.tilth.content.Files.Stored;
import io.tilth.content.MaterialId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class FileRepository {

    private final TenantJdbc jdbc;

    FileRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Stored file, Optional<FileId> partOf, Instant now) {
        jdbc.sql("""
                insert into content.file (tenant_id, id, content_type, name, bytes, width, height, part_of, created_at)
                values (:tenant, :id, :type, :name, :bytes, :width, :height, :partOf, :now)
                """)
                .param("id", file.id().value())
                .param("type", file.contentType())
                .param("name", file.name())
                .param("bytes", file.bytes())
                .param("width", file.isPicture() ? file.width() : null)
                .param("height", file.isPicture() ? file.height() : null)
                .param("partOf", partOf.map(FileId::value).orElse(null))
                .param("now", now.atOffset(UTC))
                .update();
    }

    void insertPiece(FileId file, int number, byte[] bytes) {
        jdbc.sql("""
                insert into content.file_piece (tenant_id, file_id, number, bytes)
                values (:tenant, :file, :number, :bytes)
                """)
                .param("file", file.value())
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }

    void updateBytes(FileId file, int bytes) {
        jdbc.sql("""
                update content.file
                set bytes = :bytes
                where tenant_id = :tenant and id = :id
                """).param("id", file.value()).param("bytes", bytes).update();
    }

    List<Stored> findAll(Collection<FileId> ids) {
        return jdbc.sql("""
                select id, content_type, name, bytes, width, height
                from content.file
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(ids, FileId::value))
                .query(FileRepository::stored)
                .list();
    }

    Optional<byte[]> piece(FileId file, int number) {
        return jdbc.sql("""
                select bytes
                from content.file_piece
                where tenant_id = :tenant and file_id = :file and number = :number
                """)
                .param("file", file.value())
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    List<byte[]> pieces(FileId file) {
        return jdbc.sql("""
                select bytes
                from content.file_piece
                where tenant_id = :tenant and file_id = :file
                order by number
                """).param("file", file.value()).query(byte[].class).list();
    }

    boolean isOpen(FileId file) {
        return jdbc.sql("""
                select exists (
                    select 1
                    from content.file_use
                    where tenant_id = :tenant and file_id = :file and opened)
                """).param("file", file.value()).query(Boolean.class).single();
    }

    void use(MaterialId material, Set<FileId> files) {
        jdbc.sql("""
                insert into content.file_use (tenant_id, material_id, file_id)
                select f.tenant_id, :material, f.id
                from content.file f
                where f.tenant_id = :tenant and f.id = any (cast(:files as uuid[]))
                on conflict do nothing
                """)
                .param("material", material.value())
                .param("files", Columns.of(files, FileId::value))
                .update();
    }

    void open(MaterialId material, Set<FileId> files) {
        jdbc.sql("""
                update content.file_use
                set opened = file_id = any (cast(:files as uuid[]))
                where tenant_id = :tenant and material_id = :material
                """)
                .param("material", material.value())
                .param("files", Columns.of(files, FileId::value))
                .update();
    }

    void release(MaterialId material) {
        jdbc.sql("""
                delete from content.file_use
                where tenant_id = :tenant and material_id = :material
                """).param("material", material.value()).update();
    }

    /** What nobody has used since then: uploads that came to nothing, and the pages of documents that are gone. */
    int deleteUnused(Instant before) {
        return jdbc.sql("""
                delete from content.file f
                where f.tenant_id = :tenant
                    and f.created_at < :before
                    and not exists (
                        select 1
                        from content.file_use u
                        where u.tenant_id = :tenant and u.file_id = f.id)
                    and (f.part_of is null
                        or not exists (
                            select 1
                            from content.file whole
                            where whole.tenant_id = :tenant and whole.id = f.part_of))
                """).param("before", before.atOffset(UTC)).update();
    }

    private static Stored stored(ResultSet row, int index) throws SQLException {
        return new Stored(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("content_type"),
                row.getString("name"),
                row.getInt("bytes"),
                row.getInt("width"),
                row.getInt("height"));
    }
}
