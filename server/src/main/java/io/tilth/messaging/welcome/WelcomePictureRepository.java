package io.tilth.messaging.welcome;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.TenantJdbc;
import io.tilth.messaging.WelcomePictureId;
import io.tilth.wecom.CompanyId;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class WelcomePictureRepository {

    private final TenantJdbc jdbc;

    WelcomePictureRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WelcomePicture picture, Instant now) {
        jdbc.sql("""
                insert into messaging.welcome_picture (tenant_id, id, content_type, bytes, created_at)
                values (:tenant, :id, :type, :bytes, :now)
                """)
                .param("id", picture.id().value())
                .param("type", picture.contentType())
                .param("bytes", picture.bytes())
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<WelcomePicture> find(WelcomePictureId id) {
        return jdbc.sql("""
                select content_type, bytes
                from messaging.welcome_picture
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .query((row, index) -> new WelcomePicture(id, row.getString("content_type"), row.getBytes("bytes")))
                .optional();
    }

    Optional<WelcomePicture.Copy> copy(CompanyId company, WelcomePictureId id) {
        return jdbc.sql("""
                select url, media_id, media_at
                from messaging.welcome_picture_copy
                where tenant_id = :tenant and picture_id = :picture and company_id = :company
                """)
                .param("picture", id.value())
                .param("company", company.value())
                .query((row, index) -> {
                    @Nullable OffsetDateTime at = row.getObject("media_at", OffsetDateTime.class);
                    return new WelcomePicture.Copy(
                            Optional.ofNullable(row.getString("url")).map(URI::create),
                            Optional.ofNullable(row.getString("media_id")),
                            Optional.ofNullable(at).map(OffsetDateTime::toInstant));
                })
                .optional();
    }

    void keep(CompanyId company, WelcomePictureId id, URI url) {
        jdbc.sql("""
                insert into messaging.welcome_picture_copy (tenant_id, picture_id, company_id, url)
                values (:tenant, :picture, :company, :url)
                on conflict (tenant_id, picture_id, company_id) do update set url = excluded.url
                """)
                .param("picture", id.value())
                .param("company", company.value())
                .param("url", url.toString())
                .update();
    }

    void lend(CompanyId company, WelcomePictureId id, String media, Instant now) {
        jdbc.sql("""
                insert into messaging.welcome_picture_copy (tenant_id, picture_id, company_id, media_id, media_at)
                values (:tenant, :picture, :company, :media, :now)
                on conflict (tenant_id, picture_id, company_id)
                do update set media_id = excluded.media_id, media_at = excluded.media_at
                """)
                .param("picture", id.value())
                .param("company", company.value())
                .param("media", media)
                .param("now", now.atOffset(UTC))
                .update();
    }

    List<Lent> lentBefore(Instant moment) {
        return jdbc.sql("""
                select picture_id, company_id
                from messaging.welcome_picture_copy
                where tenant_id = :tenant and media_at < :moment
                """)
                .param("moment", moment.atOffset(UTC))
                .query((row, index) -> new Lent(
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        new WelcomePictureId(row.getObject("picture_id", UUID.class))))
                .list();
    }

    record Lent(CompanyId company, WelcomePictureId picture) {}
}
