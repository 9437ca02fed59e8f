package io.tilth.content.review;

import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class ReviewRepository {

    private final TenantJdbc jdbc;

    ReviewRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReviewSetting> find() {
        return jdbc.sql("""
                select always, own, allowed, version
                from content.review_setting
                where tenant_id = :tenant
                """).query(ReviewRepository::setting).optional();
    }

    /** False when somebody else changed it meanwhile. */
    boolean save(ReviewSetting setting) {
        return jdbc.sql("""
                insert into content.review_setting (tenant_id, always, own, allowed)
                select :tenant, :always, :own, :allowed
                where :version = 0
                    or exists (select 1 from content.review_setting where tenant_id = :tenant)
                on conflict (tenant_id) do update
                set always = excluded.always, own = excluded.own, allowed = excluded.allowed,
                    version = review_setting.version + 1
                where review_setting.version = :version
                """)
                        .param("always", setting.always())
                        .param("own", setting.own().toArray(String[]::new))
                        .param("allowed", setting.allowed().toArray(String[]::new))
                        .param("version", setting.version())
                        .update()
                == 1;
    }

    private static ReviewSetting setting(ResultSet row, int index) throws SQLException {
        return new ReviewSetting(
                row.getBoolean("always"),
                List.of((String[]) row.getArray("own").getArray()),
                List.of((String[]) row.getArray("allowed").getArray()),
                row.getInt("version"));
    }
}
