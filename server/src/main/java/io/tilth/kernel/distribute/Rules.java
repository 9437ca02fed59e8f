package io.tilth.kernel.distribute;

import java.util.List;

/**
 * What a cluster cannot hold, each as a question that names the objects that break it. From the manual of Citus 13; the
 * first four were also seen on a cluster of three nodes.
 */
final class Rules {

    static final List<String> ALL = List.of("""
            select name as object, 'has no column tenant_id, and its comment does not say why' as what
            from ours where of_tenants and tenant is null
            """, """
            select i.indexrelid::regclass::text as object, 'is unique without tenant_id: no node could tell' as what
            from ours join pg_catalog.pg_index i on i.indrelid = id and i.indisunique
            where of_tenants and not tenant = any (i.indkey)
            """, """
            select format('%s.%s', child.name, conname) as object,
                'does not carry tenant_id on both sides: the two rows may lie on two nodes' as what
            from pg_catalog.pg_constraint
            join ours child on child.id = conrelid
            join ours parent on parent.id = confrelid
            where contype = 'f' and child.of_tenants and parent.of_tenants
                and not exists (
                    select from generate_subscripts(conkey, 1) at
                    where conkey[at] = child.tenant and confkey[at] = parent.tenant)
            """, """
            select format('%s.%s', name, attname) as object,
                'is an identity column: let the application make the number' as what
            from ours join pg_catalog.pg_attribute on attrelid = id and attidentity <> ''
            where of_tenants
            """, """
            select format('%s.%s', child.name, conname) as object,
                'leads from a table of all to one of tenants: such a key cannot be kept across nodes' as what
            from pg_catalog.pg_constraint
            join ours child on child.id = conrelid
            join ours parent on parent.id = confrelid
            where contype = 'f' and not child.of_tenants and parent.of_tenants
            """, """
            select format('%s.%s', child.name, conname) as object,
                'would empty tenant_id when the parent goes' as what
            from pg_catalog.pg_constraint
            join ours child on child.id = conrelid
            where contype = 'f' and child.of_tenants and confdeltype in ('n', 'd')
                and (confdelsetcols is null or child.tenant = any (confdelsetcols)) and child.tenant = any (conkey)
            """, """
            select format('%s.%s', name, conname) as object, 'excludes rows without naming tenant_id' as what
            from ours join pg_catalog.pg_constraint on conrelid = id and contype = 'x'
            where of_tenants and not tenant = any (conkey)
            """, """
            select format('%s.%s', name, tgname) as object, 'is a trigger: a cluster runs none on distributed rows' as what
            from ours join pg_catalog.pg_trigger on tgrelid = id and not tgisinternal
            where of_tenants
            """, """
            select v.oid::regclass::text as object, 'does not look with its reader''s eyes: security_invoker is off' as what
            from pg_catalog.pg_class v
            join pg_catalog.pg_namespace on pg_namespace.oid = relnamespace
            where relkind = 'v' and nspname in (select split_part(name, '.', 1) from ours where of_tenants)
                and not 'security_invoker=true' = any (coalesce(reloptions, '{}'))
            """);

    private Rules() {}
}
