package io.tilth.drill;

import io.tilth.drill.check.Finding;
import io.tilth.sandbox.chat.ChatMessage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Losses that are made on purpose after a healthy drill, behind everybody's back: a checker that does not find them is
 * worth nothing. Each is undone when it was looked for.
 *
 * @param statement has a share, a customer's external name and a deed of this drill to fill in
 * @param where in which finding it must turn up
 */
record Plant(String name, String statement, String where, Function<Finding, List<String>> how) {

    private static final String OURS = """
            (select c.id from wecom.callback c where c.subject = '%2$s' and c.change = 'add_external_contact')""";

    private static final String ALERT = """
            (select a.id from tracking.alert a
                join customer.identity i on i.tenant_id = a.tenant_id and i.customer_id = a.customer_id
                where i.external_user_id = '%2$s')""";

    private static final String BEAT = """
            (select e.id from tracking.event e
                join tracking.visit v on v.tenant_id = e.tenant_id and v.id = e.visit_id
                where v.share_id = '%1$s' limit 1)""";

    private static final String WELCOME = """
            (select w.id from messaging.welcome w
                join customer.identity i on i.tenant_id = w.tenant_id and i.customer_id = w.customer_id
                where i.external_user_id = '%2$s')""";

    static final List<Plant> ALL = List.of(
            new Plant("a beat is gone", "delete from tracking.event where id in " + BEAT, "beats", Finding::lost),
            new Plant("a beat counts twice", """
                    insert into tracking.event
                    select tenant_id, gen_random_uuid(), visit_id, kind, seconds, depth, page, touched
                    from tracking.event where id in """ + BEAT, "beats", Finding::duplicated),
            new Plant(
                    "a callback is gone", "delete from wecom.callback where id in " + OURS, "callbacks", Finding::lost),
            new Plant(
                    "a callback was never worked off",
                    "update wecom.callback set done_at = null where id in " + OURS,
                    "callbacks",
                    Finding::lost),
            new Plant("a beginning is told twice", """
                    insert into customer.interaction
                    select t.tenant_id, gen_random_uuid(), t.customer_id, t.kind, t.member_id, t.detail
                    from customer.interaction t
                    join customer.identity i on i.tenant_id = t.tenant_id and i.customer_id = t.customer_id
                    where i.external_user_id = '%2$s' and t.kind = 'follow.begun'
                    """, "customers", Finding::duplicated),
            new Plant(
                    "a welcome is forgotten",
                    "delete from messaging.welcome where id in " + WELCOME,
                    "welcome",
                    Finding::lost),
            new Plant(
                    "a welcome is called missed although it was sent",
                    "update messaging.welcome set state = 'MISSED', reason = 'late' where id in " + WELCOME,
                    "welcome",
                    Finding::misdelivered),
            new Plant("an alert is gone", "delete from tracking.alert where id in " + ALERT, "alerts", Finding::lost),
            new Plant("an alert came twice", """
                    insert into tracking.alert
                    select (a).* from (
                        select jsonb_populate_record(null::tracking.alert,
                            to_jsonb(x) || jsonb_build_object('id', gen_random_uuid())) as a
                        from tracking.alert x where id in """ + ALERT + ") doubled", "alerts", Finding::duplicated),
            new Plant("an alert went to somebody else", """
                    update tracking.alert_holder h
                    set member_id = (select m.id from directory.member m
                        where m.tenant_id = h.tenant_id and m.id <> h.member_id limit 1)
                    where h.alert_id in """ + ALERT, "alerts", Finding::misdelivered),
            new Plant(
                    "a line of the trail is gone",
                    "delete from kernel.audit where action = 'channel.opened' and subject_name = '%3$s'",
                    "deeds",
                    Finding::lost),
            new Plant("a line of the trail stands twice", """
                    insert into kernel.audit
                    select (a).* from (
                        select jsonb_populate_record(null::kernel.audit,
                            to_jsonb(x) || jsonb_build_object('id', gen_random_uuid())) as a
                        from kernel.audit x where action = 'channel.opened' and subject_name = '%3$s') doubled
                    """, "deeds", Finding::duplicated));

    /** The names of those that the checker did not find. */
    static List<String> missedBy(Drill drill) throws SQLException, IOException {
        var missed = new ArrayList<String>();
        try (var connection = drill.site().database().connect()) {
            connection.setAutoCommit(false);
            for (var plant : ALL) {
                if (!plant.isFound(drill, connection)) {
                    missed.add(plant.name());
                }
                connection.rollback();
            }
        }
        if (!isSecondGreetingFound(drill)) {
            missed.add("somebody is greeted twice");
        }
        return missed;
    }

    private boolean isFound(Drill drill, Connection connection) throws SQLException {
        var told = drill.told();
        var view = told.views().stream()
                .filter(one -> told.acknowledged().stream()
                        .anyMatch(beat -> beat.share().equals(one.share())))
                .findFirst()
                .orElseThrow();
        var deed = told.deeds().stream()
                .filter(one -> one.acknowledged())
                .findFirst()
                .orElseThrow();
        try (var spade = connection.createStatement()) {
            int rows = spade.executeUpdate(
                    statement.formatted(view.share(), external(connection, view.customer()), deed.name()));
            if (rows == 0) {
                throw new IllegalStateException("Nothing to plant: " + name);
            }
        }
        return drill.check(connection).stream()
                .filter(finding -> finding.what().startsWith(where))
                .anyMatch(finding -> !how.apply(finding).isEmpty());
    }

    private static String external(Connection connection, String customer) throws SQLException {
        try (var asked = connection.prepareStatement(
                "select external_user_id from customer.identity where customer_id = cast(? as uuid)")) {
            asked.setString(1, customer);
            try (var row = asked.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** The one loss that no database knows of: WeCom itself has said something twice. */
    private static boolean isSecondGreetingFound(Drill drill) throws SQLException, IOException {
        var scan = drill.told().scans().getFirst();
        var chat = ChatMessage.between(scan.user(), scan.external());
        var platform = drill.site().sandbox().platform();
        for (int i = 0; i < 2; i++) {
            platform.world().change(change -> platform.chats().text(change, scan.corp(), chat, scan.user(), "您好"));
        }
        return drill.check().stream()
                .filter(finding -> finding.what().startsWith("welcome"))
                .anyMatch(finding -> !finding.duplicated().isEmpty());
    }
}
