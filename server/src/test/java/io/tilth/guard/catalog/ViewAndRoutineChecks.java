package io.tilth.guard.catalog;

import io.tilth.guard.catalog.CatalogGuard.Check;
import java.util.List;

/** Views and routines must not be doors in the wall: they work with the rights of whoever asks. */
final class ViewAndRoutineChecks {

    private static final String OURS = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

    static final List<Check> ALL = List.of(
            new Check("view", """
                    select c.oid::regclass::text, 'is a view with its owner''s rights: make it security_invoker'
                    from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'v' and {ours}
                        and not coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}'
                    """.replace("{ours}", OURS)),
            new Check("view", """
                    select c.oid::regclass::text, 'is a view whose first column is not "tenant_id bigint"'
                    from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'v' and {ours}
                        and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^global: .{15}'
                        and not exists (select from pg_attribute a
                            where a.attrelid = c.oid and a.attnum = 1 and a.attname = 'tenant_id'
                                and a.atttypid = 'bigint'::regtype)
                    """.replace("{ours}", OURS)),
            new Check("materialized view", """
                    select c.oid::regclass::text, 'is a materialized view: no policy reaches its rows'
                    from pg_class c
                    where c.relkind = 'm'
                    """),
            new Check("rule", """
                    select r.ev_class::regclass::text, format('has a rewrite rule "%s"', r.rulename)
                    from pg_rewrite r
                    join pg_class c on c.oid = r.ev_class
                    join pg_namespace n on n.oid = c.relnamespace
                    where r.rulename <> '_RETURN' and {ours}
                    """.replace("{ours}", OURS)),
            new Check("definer", """
                    select p.oid::regprocedure::text, 'runs as its owner (security definer) and is not listed'
                    from pg_proc p
                    join pg_namespace n on n.oid = p.pronamespace
                    where p.prosecdef and {ours}
                    """.replace("{ours}", OURS)),
            new Check("definer search path", """
                    select p.oid::regprocedure::text, 'runs as its owner without an empty search_path'
                    from pg_proc p
                    join pg_namespace n on n.oid = p.pronamespace
                    where p.prosecdef and {ours}
                        and not coalesce(p.proconfig, '{}') && array['search_path=""', 'search_path=pg_catalog, pg_temp']
                    """.replace("{ours}", OURS)),
            new Check("definer owner", """
                    select p.oid::regprocedure::text, 'runs as a role that no policy binds'
                    from pg_proc p
                    join pg_namespace n on n.oid = p.pronamespace
                    join pg_roles r on r.oid = p.proowner
                    where p.prosecdef and (r.rolsuper or r.rolbypassrls) and {ours}
                    """.replace("{ours}", OURS)),
            new Check("routine", """
                    select p.oid::regprocedure::text, 'may be run by everybody'
                    from pg_proc p
                    join pg_namespace n on n.oid = p.pronamespace
                    where {ours} and has_function_privilege('public', p.oid, 'execute')
                    """.replace("{ours}", OURS)),
            new Check("routine", """
                    select p.oid::regprocedure::text, 'calls itself leakproof: no policy would hold it back'
                    from pg_proc p
                    join pg_namespace n on n.oid = p.pronamespace
                    where p.proleakproof and {ours}
                    """.replace("{ours}", OURS)));

    private ViewAndRoutineChecks() {}
}
