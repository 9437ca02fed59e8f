package io.tilth.guard.catalog;

import io.tilth.guard.catalog.CatalogGuard.Check;
import java.util.List;

/** The serving role is bound by every policy, and can do nothing but read and write rows. */
final class RoleChecks {

    static final List<Check> ALL = List.of(
            new Check("serving role", """
                    select r.rolname, 'may pass the policies or change roles and databases'
                    from pg_roles r
                    where r.rolname = '{app}'
                        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
                    """),
            new Check("serving role", """
                    select '{app}', 'does not exist'
                    where not exists (select from pg_roles where rolname = '{app}')
                    """),
            new Check("serving role", """
                    select '{app}', format('can become %s', r.rolname)
                    from pg_roles r
                    where r.rolname <> '{app}' and pg_has_role('{app}', r.oid, 'member')
                    """),
            new Check("ownership", """
                    select pg_describe_object(d.classid, d.objid, d.objsubid), 'belongs to {app}'
                    from pg_shdepend d
                    where d.refclassid = 'pg_authid'::regclass and d.refobjid = '{app}'::regrole and d.deptype = 'o'
                        and d.dbid in (0, (select oid from pg_database where datname = current_database()))
                    """),
            new Check("create", """
                    select 'schema ' || n.nspname, 'lets {app} create things in it'
                    from pg_namespace n
                    where n.nspname !~ '^pg_(toast|temp)' and has_schema_privilege('{app}', n.oid, 'create')
                    union all
                    select 'database ' || current_database(), 'lets {app} create schemas in it'
                    where has_database_privilege('{app}', current_database(), 'create')
                    """),
            new Check("history", """
                    select t.name, 'is a history of migrations that {app} may reach'
                    from {tables} t
                    where t.history
                        and has_table_privilege('{app}', t.oid, 'select, insert, update, delete, truncate')
                    """),
            new Check("grant", """
                    select t.name, format('grants {app} %s, which no policy binds', p.privilege)
                    from {tables} t
                    cross join unnest(array['truncate', 'references', 'trigger', 'maintain']) as p (privilege)
                    where has_table_privilege('{app}', t.oid, p.privilege)
                    """),
            new Check("grant", """
                    select c.oid::regclass::text, 'is granted to everybody'
                    from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    cross join aclexplode(c.relacl) g
                    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and g.grantee = 0
                    """),
            new Check("owner", """
                    select t.name, format('belongs to %s, a role that no policy binds', r.rolname)
                    from {tables} t
                    join pg_class c on c.oid = t.oid
                    join pg_roles r on r.oid = c.relowner
                    where r.rolsuper or r.rolbypassrls
                    """));

    private RoleChecks() {}
}
