package io.tilth.guard.catalog;

import io.tilth.guard.catalog.CatalogGuard.Check;
import java.util.List;

/** The tenant leads every key, so that no key tells of another tenant's rows, and every index is of use under the policies. */
final class KeyChecks {

    static final List<Check> ALL = List.of(
            new Check("primary key", """
                    select t.name, 'has no primary key that begins with tenant_id'
                    from {tables} t
                    where not t.global and not t.history
                        and not exists (select from pg_index i
                            where i.indrelid = t.oid and i.indisprimary and i.indkey[0] = t.tenant)
                    """),
            new Check("unique", """
                    select i.indexrelid::regclass::text, 'is unique across tenants: tenant_id is not its first column'
                    from {tables} t
                    join pg_index i on i.indrelid = t.oid and i.indisunique and not i.indisprimary
                    where not t.global and not t.history and i.indkey[0] is distinct from t.tenant
                    """),
            new Check("foreign key", """
                    select format('%s.%s', child.name, k.conname), 'does not carry tenant_id first on both sides'
                    from pg_constraint k
                    join {tables} child on child.oid = k.conrelid
                    join {tables} parent on parent.oid = k.confrelid
                    where k.contype = 'f' and not parent.global
                        and (k.conkey[1] is distinct from child.tenant or k.confkey[1] is distinct from parent.tenant)
                    """),
            new Check("foreign key", """
                    select format('%s.%s', child.name, k.conname),
                        'sets tenant_id to null or default when the parent goes: name the columns to set'
                    from pg_constraint k
                    join {tables} child on child.oid = k.conrelid
                    where k.contype = 'f' and not child.global and k.confdeltype in ('n', 'd')
                        and (k.confdelsetcols is null or child.tenant = any (k.confdelsetcols))
                        and child.tenant = any (k.conkey)
                    """),
            new Check("index", """
                    select i.indexrelid::regclass::text, format('is a %s index, which the policies switch off', m.amname)
                    from {tables} t
                    join pg_index i on i.indrelid = t.oid
                    join pg_class c on c.oid = i.indexrelid
                    join pg_am m on m.oid = c.relam
                    where not t.global and not t.history and m.amname <> 'btree'
                    """),
            new Check("index", """
                    select i.indexrelid::regclass::text, 'indexes an expression; make it a column'
                    from {tables} t
                    join pg_index i on i.indrelid = t.oid
                    where not t.global and not t.history and i.indexprs is not null
                    """),
            new Check("index", """
                    select distinct i.indexrelid::regclass::text,
                        format('compares %s by "%s", which is not leakproof: the policies switch it off',
                            format_type(f.opcintype, null), o.oprname)
                    from {tables} t
                    join pg_index i on i.indrelid = t.oid
                    cross join unnest(i.indclass) as used (opclass)
                    join pg_opclass f on f.oid = used.opclass
                    join pg_am m on m.oid = f.opcmethod and m.amname = 'btree'
                    join pg_amop a on a.amopfamily = f.opcfamily
                        and a.amoplefttype = f.opcintype and a.amoprighttype = f.opcintype
                    join pg_operator o on o.oid = a.amopopr
                    join pg_proc p on p.oid = o.oprcode
                    where not t.global and not t.history and not p.proleakproof
                    """));

    /** Foreign keys from one schema to another: the object, then both schemas. */
    static final Check ACROSS_SCHEMAS = new Check("modules", """
            select format('%s.%s', child.name, k.conname), child.nspname || ' ' || parent.nspname
            from pg_constraint k
            join {tables} child on child.oid = k.conrelid
            join {tables} parent on parent.oid = k.confrelid
            where k.contype = 'f' and child.nspname <> parent.nspname
            """);

    private KeyChecks() {}
}
