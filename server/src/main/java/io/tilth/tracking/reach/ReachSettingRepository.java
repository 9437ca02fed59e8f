package io.tilth.tracking.reach;

import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.ReachPages.Identification;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class ReachSettingRepository {

    private static final UUID ONE = new UUID(0, 1);

    private final TenantJdbc jdbc;

    ReachSettingRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReachSetting> find() {
        return jdbc.sql("""
                select domain, brand, record_number, foot, phone, identification, contact_form, version
                from tracking.reach_setting
                where tenant_id = :tenant and id = :id
                """)
                .param("id", ONE)
                .query((row, index) -> new ReachSetting(
                        row.getString("domain"),
                        row.getString("brand"),
                        row.getString("record_number"),
                        row.getString("foot"),
                        row.getString("phone"),
                        Identification.valueOf(row.getString("identification")),
                        row.getBoolean("contact_form"),
                        row.getInt("version")))
                .optional();
    }

    /** False when it has another version by now. */
    boolean keep(ReachSetting setting) {
        return jdbc.sql("""
                insert into tracking.reach_setting as kept (tenant_id, id, domain, brand, record_number, foot, phone,
                    identification, contact_form, version)
                select :tenant, :id, :domain, :brand, :recordNumber, :foot, :phone, :identification, :contactForm, 1
                where :version = 0
                    or exists (select 1 from tracking.reach_setting s where s.tenant_id = :tenant and s.id = :id)
                on conflict (tenant_id, id) do update
                set domain = excluded.domain, brand = excluded.brand, record_number = excluded.record_number,
                    foot = excluded.foot, phone = excluded.phone, identification = excluded.identification,
                    contact_form = excluded.contact_form, version = kept.version + 1
                where kept.tenant_id = :tenant and kept.version = :version
                """)
                        .param("id", ONE)
                        .param("domain", setting.domain())
                        .param("brand", setting.brand())
                        .param("recordNumber", setting.recordNumber())
                        .param("foot", setting.foot())
                        .param("phone", setting.phone())
                        .param("identification", setting.identification().name())
                        .param("contactForm", setting.contactForm())
                        .param("version", setting.version())
                        .update()
                == 1;
    }
}
