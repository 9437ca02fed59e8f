package io.tilth.guard.catalog;

import io.tilth.guard.catalog.CatalogGuard.Check;
import java.util.List;

/** Every table has its tenant and both halves of its wall, or says why it is everybody's. */
final class TableChecks {

    /** All tables that are ours, by kind; partitions and Flyway's own stand apart. */
    static final String TABLES = """
            (select c.oid, c.oid::regclass::text as name, c.relname, n.nspname, c.relrowsecurity, c.relforcerowsecurity,
                coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
                coalesce(obj_description(c.oid, 'pg_class'), '') like 'global:%' as global,
                c.relispartition as partition,
                n.nspname || '.' || c.relname ~ '{histories}' as history,
                (select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as tenant
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema')""";

    /** How PostgreSQL writes the condition that {@code kernel.wall} makes. */
    private static final String WALL =
            "(tenant_id = (NULLIF(current_setting('tilth.tenant_id'::text, true), ''::text))::bigint)";

    /**
     * How PostgreSQL writes the condition of a policy {@code ingest}: the row's tenant is one of those that the
     * transaction lists. It may stand on adding rows alone, and has nothing to say of rows that are there.
     */
    private static final String INGEST =
            "(tenant_id = ANY ((( SELECT NULLIF(current_setting('tilth.ingest_tenants'::text,"
                    + " true), ''::text) AS \"nullif\"))::bigint[]))";

    static final List<Check> ALL = List.of(
            new Check("tenant column", """
                    select t.name, 'has no column "tenant_id bigint not null" and no comment "global: why"'
                    from {tables} t
                    where not t.global and not t.history
                        and not exists (select from pg_attribute a
                            where a.attrelid = t.oid and a.attnum = t.tenant
                                and a.atttypid = 'bigint'::regtype and a.attnotnull)
                    """),
            new Check("global reason", """
                    select t.name, 'is global without a reason that says something'
                    from {tables} t
                    where t.global and length(btrim(substr(t.comment, 8))) < 15
                    """),
            new Check("row-level security", """
                    select t.name, 'does not have row-level security enabled and forced'
                    from {tables} t
                    where not t.global and not t.history and not (t.relrowsecurity and t.relforcerowsecurity)
                    """),
            new Check("policy", """
                    select t.name, 'has no policy for everybody and all commands that asks for the tenant'
                    from {tables} t
                    where not t.global and not t.history
                        and not exists (select from pg_policy p
                            where p.polrelid = t.oid and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
                                and p.polqual is not null and p.polwithcheck is not null)
                    """),
            new Check("policy", """
                    select t.name, format('lets more than the tenant''s rows through its policy "%s"', p.polname)
                    from {tables} t
                    join pg_policy p on p.polrelid = t.oid and p.polpermissive
                    where not t.global and not t.history
                        and (coalesce(pg_get_expr(p.polqual, t.oid), '{wall}') <> '{wall}'
                            or coalesce(pg_get_expr(p.polwithcheck, t.oid), '{wall}') <> '{wall}')
                        and not (p.polcmd = 'a' and p.polname = 'ingest'
                            and pg_get_expr(p.polwithcheck, t.oid) = '{ingest}')
                    """.replace("{wall}", WALL.replace("'", "''"))
                    .replace("{ingest}", INGEST.replace("'", "''"))),
            new Check("ingest", """
                    select t.name, 'takes rows of several tenants in one transaction and is not listed'
                    from {tables} t
                    join pg_policy p on p.polrelid = t.oid and p.polname = 'ingest'
                    """),
            new Check("partition", """
                    select t.name, 'is a partition that somebody besides its owner may reach directly'
                    from {tables} t
                    join pg_class c on c.oid = t.oid
                    where t.partition
                        and exists (select from aclexplode(c.relacl) g where g.grantee <> c.relowner)
                    """),
            new Check("secret", """
                    select t.name || '.' || a.attname, 'has no comment "secret: why" (left out of exports) or "open: why"'
                    from {tables} t
                    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                    where not t.global and not t.history
                        and a.attname ~ '(secret|hash|token|sealed|password)'
                        and coalesce(col_description(t.oid, a.attnum), '') !~ '^(secret|open): .{3}'
                    """),
            new Check("foreign table", """
                    select c.oid::regclass::text, 'is a foreign table: no policy reaches it'
                    from pg_class c
                    where c.relkind = 'f'
                    """));

    private TableChecks() {}
}
