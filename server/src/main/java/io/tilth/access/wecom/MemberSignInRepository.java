package io.tilth.access.wecom;

import io.tilth.directory.MemberId;
import io.tilth.directory.MemberSignIns.Account;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class MemberSignInRepository {

    private final TenantJdbc jdbc;

    MemberSignInRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Map<MemberId, Boolean> frozen(Collection<MemberId> members) {
        record Found(MemberId member, boolean frozen) {}
        return jdbc
                .sql("""
                select m.member_id, a.state = 'FROZEN' as frozen
                from access.member_account m
                join access.account a on a.tenant_id = m.tenant_id and a.id = m.account_id
                where m.tenant_id = :tenant and m.member_id = any (cast(:members as uuid[]))
                """)
                .param("members", Columns.of(members, MemberId::value))
                .query((row, index) ->
                        new Found(new MemberId(row.getObject("member_id", UUID.class)), row.getBoolean("frozen")))
                .list()
                .stream()
                .collect(Collectors.toMap(Found::member, Found::frozen));
    }

    Map<MemberId, Account> accounts(Collection<MemberId> members) {
        return jdbc
                .sql("""
                select m.member_id, m.account_id, p.language
                from access.member_account m
                join access.account a on a.tenant_id = m.tenant_id and a.id = m.account_id
                join access.person p on p.id = a.person_id
                where m.tenant_id = :tenant and m.member_id = any (cast(:members as uuid[])) and a.state = 'ACTIVE'
                """)
                .param("members", Columns.of(members, MemberId::value))
                .query((row, index) -> Map.entry(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new Account(
                                row.getObject("account_id", UUID.class),
                                Locale.forLanguageTag(row.getString("language")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
