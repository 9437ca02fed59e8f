package io.tilth.drill.check;

import io.tilth.drill.check.Told.Beat;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the second ledger, as the superuser and so across all tenants: what lies at a stranger's is found too. */
public record KeptReader(Connection connection) {

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** What the database holds about those of whom the first ledger speaks. */
    public Kept about(Told told) throws SQLException {
        var externals = names(told.scans(), Told.Scan::external);
        return new Kept(
                callbacks(externals),
                friends(externals),
                welcomes(externals),
                beats(told),
                alerts(externals),
                deeds(names(told.deeds(), Told.Deed::name)));
    }

    private List<Kept.Callback> callbacks(List<String> externals) throws SQLException {
        var text = Words.CALLBACK.stream()
                .map("coalesce(c.fields ->> '%s', '')"::formatted)
                .collect(Collectors.joining(" || '|' || "));
        return rows(
                """
                select k.corp_id, %s as text, c.done_at is not null as done
                from wecom.callback c
                left join wecom.company k on k.tenant_id = c.tenant_id and k.id = c.company_id
                where c.subject = any (?)
                """.formatted(text),
                externals,
                row -> new Kept.Callback(row.getString("corp_id"), row.getString("text"), row.getBoolean("done")));
    }

    private List<Kept.Friend> friends(List<String> externals) throws SQLException {
        return rows(
                """
                select %s as friendship,
                    (select count(*)
                        from customer.interaction t
                        where t.tenant_id = f.tenant_id and t.customer_id = f.customer_id
                            and t.member_id = f.member_id and t.kind = 'follow.begun') as begun,
                    (select coalesce(sum(a.times), 0)
                        from acquisition.arrival a
                        where a.tenant_id = f.tenant_id and a.follow_id = f.id) as arrivals
                from customer.follow f
                %s
                where i.external_user_id = any (?)
                """.formatted(FRIENDSHIP, PEOPLE),
                externals,
                row -> new Kept.Friend(row.getString("friendship"), row.getInt("begun"), row.getInt("arrivals")));
    }

    private List<Kept.Welcome> welcomes(List<String> externals) throws SQLException {
        return rows(
                """
                select %s as friendship, w.state, coalesce(w.reason, '') as reason
                from messaging.welcome w
                join customer.follow f on f.tenant_id = w.tenant_id and f.id = w.follow_id
                %s
                where i.external_user_id = any (?)
                """.formatted(FRIENDSHIP, PEOPLE),
                externals,
                row -> new Kept.Welcome(row.getString("friendship"), row.getString("state"), row.getString("reason")));
    }

    private static final String FRIENDSHIP = "k.corp_id || '/' || m.user_id || '/' || i.external_user_id";

    private static final String PEOPLE = """
            join customer.identity i on i.tenant_id = f.tenant_id and i.id = f.identity_id
            join wecom.company k on k.tenant_id = i.tenant_id and k.id = i.company_id
            join directory.member m on m.tenant_id = f.tenant_id and m.id = f.member_id
            """;

    /** A beat that never became part of a visit belongs to no share, and so is missed here. */
    private Map<Beat, Integer> beats(Told told) throws SQLException {
        var shares = told.beats().stream().map(Beat::share).distinct().toList();
        var beats = new HashMap<Beat, Integer>();
        rows("""
                select v.share_id, e.page, e.depth
                from tracking.event e
                join tracking.visit v on v.tenant_id = e.tenant_id and v.id = e.visit_id
                where v.share_id = any (cast(? as uuid[]))
                """, shares, row -> new Beat(row.getString("share_id"), row.getInt("page"), row.getInt("depth")))
                .forEach(beat -> beats.merge(beat, 1, Integer::sum));
        return beats;
    }

    private List<Kept.Alert> alerts(List<String> externals) throws SQLException {
        return rows(
                """
                select a.id, a.customer_id, k.corp_id, m.user_id,
                    (select string_agg(o.user_id, ' ')
                        from tracking.alert_holder x
                        join directory.member o on o.tenant_id = x.tenant_id and o.id = x.member_id
                        where x.tenant_id = a.tenant_id and x.alert_id = a.id) as holders,
                    (select count(*)
                        from directory.notice n
                        where n.tenant_id = a.tenant_id and n.member_id = h.member_id
                            and n.kind = 'visit.alert' and n.link = '/w/alerts/' || a.id) as notices
                from tracking.alert a
                left join tracking.alert_holder h
                    on h.tenant_id = a.tenant_id and h.alert_id = a.id and h.part = 'OWNER'
                left join directory.member m on m.tenant_id = h.tenant_id and m.id = h.member_id
                left join wecom.company k on k.tenant_id = m.tenant_id and k.id = m.company_id
                where a.customer_id in (
                    select customer_id from customer.identity where external_user_id = any (?))
                """,
                externals,
                row -> new Kept.Alert(
                        row.getString("id"),
                        row.getString("customer_id"),
                        String.valueOf(row.getString("corp_id")),
                        String.valueOf(row.getString("user_id")),
                        List.of(String.valueOf(row.getString("holders")).split(" ")),
                        row.getInt("notices")));
    }

    private List<Kept.Deed> deeds(List<String> names) throws SQLException {
        return rows("""
                select c.name, count(distinct c.id) as rows,
                    (select count(*)
                        from kernel.audit a
                        where a.action = 'channel.opened' and a.subject_name = c.name) as audits
                from acquisition.channel c
                where c.name = any (?)
                group by c.name
                """, names, row -> new Kept.Deed(row.getString("name"), row.getInt("rows"), row.getInt("audits")));
    }

    private <T> List<T> rows(String sql, Collection<String> names, Row<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        try (var asked = connection.prepareStatement(sql)) {
            asked.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (var row = asked.executeQuery()) {
                while (row.next()) {
                    found.add(reader.of(row));
                }
            }
        }
        return found;
    }

    private static <T> List<String> names(Collection<T> all, Function<T, String> name) {
        return all.stream().map(name).toList();
    }
}
