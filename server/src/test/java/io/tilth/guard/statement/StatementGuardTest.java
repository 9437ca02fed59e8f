package io.tilth.guard.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the statement guard lets pass and what it does not, on a made-up catalogue. */
class StatementGuardTest {

    private static final Speaker SHOP = Speaker.module("shop", "till");
    private static final Speaker KERNEL = Speaker.module("kernel", "live");

    /** Parted by empty lines. */
    private static final String GOOD = """
            select id from shop.sale where tenant_id = ? and id = ?

            select id from shop.sale where ? = tenant_id

            select s.id from shop.sale s where (s.tenant_id, s.id) = (?, ?)

            select id from shop.sale where tenant_id = ?::bigint and (id = ? or cents > 3) for update skip locked

            select * from shop.sale s join shop.line l on l.tenant_id = s.tenant_id and l.sale_id = s.id
                where s.tenant_id = ?

            select * from shop.sale s, shop.line l where l.tenant_id = s.tenant_id and l.tenant_id = ?

            select * from shop.sale s join shop.line l using (tenant_id) where s.tenant_id = ?

            select * from shop.sale s left join shop.line l on l.tenant_id = s.tenant_id where s.tenant_id = ?

            select * from shop.sale s left join shop.line l on l.tenant_id = ? where s.tenant_id = ?

            select * from shop.place p join shop.sale s on s.tenant_id = p.tenant_id where p.tenant_id = ?

            select id from shop.sale s where tenant_id = ? and exists
                (select from shop.line l where l.tenant_id = s.tenant_id and l.sale_id = s.id)

            select id, (select max(cents) from shop.line l where l.tenant_id = ?) from shop.sale where tenant_id = ?

            select * from shop.sale s cross join lateral
                (select cents c from shop.line l where l.tenant_id = s.tenant_id) x where s.tenant_id = ?

            with big as (select tenant_id, id from shop.sale where tenant_id = ? and cents > 9)
                select * from big b join shop.line l on l.tenant_id = b.tenant_id and l.sale_id = b.id

            with recursive t as (select tenant_id, id from shop.sale where tenant_id = ? union all
                select s.tenant_id, s.id from shop.sale s join t on s.tenant_id = t.tenant_id)
                select * from t

            with recursive a as (select code from shop.currency), b as (select tenant_id, id from shop.sale
                where tenant_id = ? union all select s.tenant_id, s.id from shop.sale s, b
                where s.tenant_id = b.tenant_id) select * from a, b

            with gone as (delete from shop.line where tenant_id = ? returning tenant_id, sale_id)
                update shop.sale s set cents = 0 from gone g where s.tenant_id = g.tenant_id and s.id = g.sale_id

            select id from shop.sale where tenant_id = ? union all select id from shop.sale where tenant_id = ?

            select k.name from crm.known_customer k where k.tenant_id = ?

            select code from shop.currency

            insert into shop.sale (tenant_id, id) values (?, ?)

            insert into shop.sale (tenant_id, id) values (?, ?), (?, ?)

            insert into shop.sale as s (id, tenant_id, cents) values (?, cast(? as bigint), 1)
                on conflict (tenant_id, id) do update set cents = excluded.cents where s.cents < 5 returning id

            insert into shop.line (tenant_id, sale_id) select ?, id from unnest(?::uuid[]) as x (id)

            insert into shop.line (tenant_id, sale_id) select tenant_id, id from shop.sale where tenant_id = ?

            insert into shop.currency (code) values ('CNY') on conflict do nothing

            update shop.sale set cents = cents + 1 where tenant_id = ? and id in (?, ?)

            update shop.sale s set cents = l.cents from shop.line l
                where s.tenant_id = ? and l.tenant_id = s.tenant_id and l.sale_id = s.id

            delete from shop.sale where tenant_id = ?

            delete from shop.line l using shop.sale s where l.tenant_id = ? and s.tenant_id = l.tenant_id

            select nextval('shop.number')

            select 1

            set local tilth.tenant_id = '42'

            notify tilth_live

            call shop.tidy()

            commit
            """;

    @AfterEach
    void forget() {
        StatementGuard.takeFound();
    }

    static Stream<String> good() {
        return Stream.of(GOOD.split("\\n\\n"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void lets(String sql) {
        assertThatCode(() -> guard(SHOP).check(sql)).doesNotThrowAnyException();
    }

    static Stream<Arguments> looseReads() {
        return Stream.of(
                arguments("select id from shop.sale where id = ?", "shop.sale is named without"),
                arguments("select id from shop.sale where tenant_id = ? or id = ?", "shop.sale is named without"),
                arguments("select id from shop.sale where not (tenant_id = ?)", "shop.sale is named without"),
                arguments("select id from shop.sale where tenant_id = 7", "shop.sale is named without"),
                arguments("select id from shop.sale where tenant_id <> ?", "shop.sale is named without"),
                arguments(
                        "select id from shop.sale where tenant_id = current_setting('tilth.tenant_id')::bigint",
                        "shop.sale is named without"),
                arguments(
                        "select * from shop.sale s join shop.line l on l.sale_id = s.id where s.tenant_id = ?",
                        "shop.line is named without"),
                arguments(
                        "select * from shop.sale s, shop.line l where l.tenant_id = s.tenant_id",
                        "shop.line is named without"),
                arguments(
                        "select * from shop.sale s join shop.line l on l.sale_id = s.id where tenant_id = ?",
                        "shop.sale is named without"),
                arguments(
                        "select * from shop.sale s left join shop.line l on l.tenant_id = s.tenant_id and s.tenant_id = ?",
                        "shop.sale is named without"));
    }

    static Stream<Arguments> looseSubqueries() {
        return Stream.of(
                arguments(
                        "select id from shop.sale s where tenant_id = ? and exists (select from shop.line l"
                                + " where l.sale_id = s.id)",
                        "shop.line is named without"),
                arguments("select (select count(*) from shop.line) from shop.currency", "shop.line is named without"),
                arguments(
                        "select code from shop.currency order by (select max(cents) from shop.line)",
                        "shop.line is named without"),
                arguments(
                        "select * from shop.currency c where c.code = any (select name from crm.known_customer)",
                        "crm.known_customer is named without"),
                arguments("select code from shop.currency where code in (select name from shop.sale)", "shop.sale is"),
                arguments(
                        "with x as (select tenant_id, id from shop.place) select * from shop.sale s, x"
                                + " where s.tenant_id = x.tenant_id",
                        "shop.sale is named without"),
                arguments(
                        "with recursive t as (select tenant_id, id from shop.sale union all"
                                + " select s.tenant_id, s.id from shop.sale s join t on s.tenant_id = t.tenant_id)"
                                + " select * from t",
                        "shop.sale is named without"),
                arguments(
                        "select id from shop.sale where tenant_id = ? union select id from shop.sale",
                        "shop.sale is named without"));
    }

    static Stream<Arguments> looseWrites() {
        return Stream.of(
                arguments("update shop.sale set cents = 1 where id = ?", "shop.sale is named without"),
                arguments("update shop.sale set tenant_id = ? where tenant_id = ?", "moves rows to another tenant"),
                arguments(
                        "update shop.sale s set cents = 1 from shop.line l where s.tenant_id = ? and l.sale_id = s.id",
                        "shop.line is named without"),
                arguments("delete from shop.sale", "shop.sale is named without"),
                arguments(
                        "with gone as (delete from shop.line returning sale_id) select * from gone",
                        "shop.line is named without"),
                arguments("insert into shop.sale (id) values (?)", "does not give tenant_id"),
                arguments("insert into shop.sale values (?, ?)", "does not give tenant_id"),
                arguments("insert into shop.sale (tenant_id, id) values (7, ?)", "something else than :tenant"),
                arguments("insert into shop.sale (tenant_id, id) values (?, ?), (7, ?)", "something else than :tenant"),
                arguments(
                        "insert into shop.sale (tenant_id, id) select tenant_id, shop_id from shop.place",
                        "takes tenant_id from a column that is not tied"),
                arguments(
                        "insert into shop.currency (code) values ((select max(name) from shop.line))",
                        "shop.line is named without"),
                arguments(
                        "insert into shop.sale (tenant_id, id) values (?, ?) on conflict (tenant_id, id)"
                                + " do update set cents = (select max(cents) from shop.line)",
                        "shop.line is named without"));
    }

    static Stream<Arguments> oddities() {
        return Stream.of(
                arguments("select id from sale where tenant_id = ?", "sale is named without its schema"),
                arguments("select id from shop.sail where tenant_id = ?", "there is no table shop.sail"),
                arguments("select set_config('tilth.tenant_id', ?, false)", "set_config"),
                arguments("set tilth.tenant_id = '7'", "is no select"),
                arguments("truncate shop.sale", "is no select"),
                arguments("create table shop.x (id int)", "is no select"),
                arguments("copy shop.sale from stdin", "cannot be parsed and is not listed"),
                arguments("select this is not sql at all from", "cannot be parsed and is not listed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"looseReads", "looseSubqueries", "looseWrites", "oddities"})
    void objectsTo(String sql, String complaint) {
        assertThatThrownBy(() -> guard(SHOP).check(sql))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(complaint);
    }

    static Stream<Arguments> trespasses() {
        return Stream.of(
                arguments(SHOP, "select id from crm.customer where tenant_id = ?", "may not read crm.customer"),
                arguments(SHOP, "update crm.customer set name = '' where tenant_id = ?", "may not write crm.customer"),
                arguments(SHOP, "insert into crm.customer (tenant_id, id) values (?, ?)", "may not write crm.customer"),
                arguments(SHOP, "delete from crm.known_customer where tenant_id = ?", "may not write crm.known"),
                arguments(SHOP, "select id from far.thing where tenant_id = ?", "may not read far.thing"),
                arguments(SHOP, "select crm.erase(?)", "may not write crm.erase"),
                arguments(SHOP, "call crm.erase()", "may not write crm.erase"),
                arguments(SHOP, "select nextval('crm.number')", "may not write crm.number"),
                arguments(SHOP, "select relname from pg_catalog.pg_class", "may not read pg_catalog.pg_class"),
                arguments(SHOP, "select id from kernel.live_signal", "may not read kernel.live_signal"),
                arguments(Speaker.framework(), "delete from shop.currency", "a framework may not write shop.currency"),
                arguments(Speaker.framework(), "delete from kernel.live_signal", "may not write kernel.live_signal"),
                arguments(new Speaker(Speaker.Kind.NOBODY, "", ""), "select code from shop.currency", "nobody"),
                arguments(Speaker.module("kernel", "catalog"), "delete from crm.customer", "named without"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("trespasses")
    void keepsModulesOutOfEachOthersTables(Speaker speaker, String sql, String complaint) {
        assertThatThrownBy(() -> guard(speaker).check(sql)).hasMessageContaining(complaint);
    }

    @Test
    void letsEverybodyWorkAtHome() {
        assertThatCode(() -> {
                    guard(KERNEL).check("delete from kernel.live_signal");
                    guard(Speaker.framework()).check("delete from kernel.session where session_id = ?");
                    guard(Speaker.module("kernel", "catalog")).check("delete from crm.customer where tenant_id = ?");
                    guard(new Speaker(Speaker.Kind.TEST, "", "")).check("this is a test's own affair");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void remembersWhatTheCodeSwallows() {
        for (int i = 0; i < 2; i++) {
            try {
                guard(SHOP).check("delete from shop.sale");
            } catch (Throwable swallowed) {
                // as careless code does
            }
        }
        assertThat(StatementGuard.takeFound()).hasSize(2);
        assertThat(StatementGuard.takeFound()).isEmpty();
    }

    private static StatementGuard guard(Speaker speaker) {
        return new StatementGuard(
                new MadeUpCatalog(), new Ownership(Map.of("shop", List.of("crm"))), new Known(Map.of()), () -> speaker);
    }
}
