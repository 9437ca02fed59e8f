package io.tilth.guard.http;

import io.tilth.access.Staff;
import io.tilth.kernel.postgres.TestDatabase;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a company of made-up rows lacks to be one that people work in. */
final class Furnishing {

    static final long COMPANY = 820_001;
    static final String LOGIN = "fuzz-lin";
    static final String PASSWORD = "a-good-long-password-2026";
    static final String CUSTOMER = "wm-of-lin";

    private static final UUID LINK = UUID.fromString("00000000-0000-4000-8000-000000820001");
    private static final byte[] SECRET = new byte[32];

    /** Opens {@link #LINK}. */
    static final String TOKEN = String.join(".", Long.toString(COMPANY, 36), text(bytes(LINK)), text(SECRET));

    private static final List<String> STATEMENTS = List.of(
            // whatever is read has been written
            """
            insert into content.material_version (tenant_id, material_id, number, title, description, priced, content,
                saved_by, saved_at)
            select tenant_id, id, draft, '三居', '', true, '{"html": "<p>三居</p>"}', 'Lin', now()
            from content.material
            where tenant_id = :company
            on conflict do nothing""",
            // an administrator who can sign in
            "update access.account set role_id = ':admin', state = 'ACTIVE' where id = ':account'",
            """
            update access.person
            set login = ':login', password_hash = ':hash', totp_sealed = null, totp_pending = null
            where id = (select person_id from access.account where id = ':account')""",
            """
            insert into access.membership (person_id, tenant_id, account_id)
            select person_id, tenant_id, id from access.account where id = ':account'
            on conflict do nothing""",
            "update access.link set name = 'Chen' where tenant_id = :company",
            """
            insert into access.link (tenant_id, id, kind, secret_hash, name, role_id, created_at, expires_at)
            values (:company, ':link', 'INVITATION', sha256(decode(':secret', 'hex')), 'Chen', ':admin', now(),
                now() + interval '1 day')""",
            // called as everything is that is made up: closing it asks for the name
            "update tenancy.tenant set name = 'ttt' where id = :company",
            // new roles are called that
            "update access.role set name = '店长' where tenant_id = :company",
            """
            update wecom.company
            set state = 'CONNECTED', connected_at = now(), secret_sealed = decode(':sealed', 'hex')
            where tenant_id = :company""",
            // one that failed for good, and one that is done
            """
            update wecom.callback_failure
            set id = (select id from wecom.callback where tenant_id = :company limit 1), next_at = null
            where tenant_id = :company""",
            """
            insert into wecom.callback (tenant_id, id, company_id, event, change, subject, lane, at, received_at, fields,
                done_at)
            select tenant_id, ':callback_', company_id, event, change, subject, lane, at, received_at, fields, now()
            from wecom.callback
            where tenant_id = :company
            limit 1""",
            """
            insert into access.support_request (tenant_id, id, reason, requested_by, requested_by_name, requested_at,
                state)
            select tenant_id, ':support_request_', reason, requested_by, requested_by_name, requested_at, 'ASKED'
            from access.support_request
            where tenant_id = :company""",
            """
            insert into directory.member (tenant_id, id, company_id, user_id, name, status, heard_at, touched_at)
            select tenant_id, ':member_', company_id, 'chen', 'Chen', 'ACTIVE', now(), now()
            from directory.member
            where id = ':member'""",
            "update directory.member set status = 'ACTIVE', has_customers = true where tenant_id = :company",
            "update content.material set kind = 'ARTICLE' where tenant_id = :company",
            """
            update tracking.alert
            set state = 'OPEN', opened_at = now(), moved_at = now(), due_at = null
            where tenant_id = :company""",
            "update customer.customer set added_at = now() where tenant_id = :company",
            "update customer.identity set external_user_id = ':customer' where tenant_id = :company",
            "update customer.follow set state = 'ACTIVE', half = false, created_at = now() where tenant_id = :company",
            """
            update acquisition.channel_code
            set content = 'https://wework.qpic.cn/a', config_id = 'a'
            where tenant_id = :company""",
            """
            update acquisition.plan
            set template = jsonb_set(template, '{channelId}',
                (select to_jsonb(id) from acquisition.channel where tenant_id = :company limit 1))
            where tenant_id = :company""");

    private Furnishing() {}

    /**
     * @param ids of the rows, by table; those of further rows come in
     * @param hash of the password
     * @param sealed a secret of the company at WeCom
     */
    static void of(Map<String, String> ids, String hash, byte[] sealed) throws SQLException {
        for (var table : List.of("wecom.callback", "access.support_request", "directory.member")) {
            ids.put(table + "_", UUID.randomUUID().toString());
        }
        try (var superuser = TestDatabase.shared().connectAsSuperuser();
                var statement = superuser.createStatement()) {
            for (var sql : STATEMENTS) {
                statement.execute(sql.replace(":company", Long.toString(COMPANY))
                        .replace(":admin", Staff.ADMIN.value().toString())
                        .replace(":account", ids.get("access.account"))
                        .replace(":callback_", ids.get("wecom.callback_"))
                        .replace(":support_request_", ids.get("access.support_request_"))
                        .replace(":member'", ids.get("directory.member") + "'")
                        .replace(":member_", ids.get("directory.member_"))
                        .replace(":login", LOGIN)
                        .replace(":customer", CUSTOMER)
                        .replace(":link", LINK.toString())
                        .replace(":secret", HexFormat.of().formatHex(SECRET))
                        .replace(":hash", hash)
                        .replace(":sealed", HexFormat.of().formatHex(sealed)));
            }
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
