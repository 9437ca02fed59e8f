package io.tilth.kernel.distribute;

import static java.util.Objects.requireNonNull;

import io.tilth.kernel.distribute.Shape.Key;
import io.tilth.kernel.distribute.Shape.Obstacle;
import io.tilth.kernel.distribute.Shape.Table;
import io.tilth.kernel.distribute.Shape.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reads the catalog as the owner; the migrations' own histories are nobody's business here. */
@Lazy
class ShapeRepository {

    private final JdbcClient jdbc;

    ShapeRepository(FlywayConnectionDetails owner) {
        var database = new DriverManagerDataSource(requireNonNull(owner.getJdbcUrl()));
        database.setUsername(owner.getUsername());
        database.setPassword(owner.getPassword());
        this.jdbc = JdbcClient.create(database);
    }

    Shape read() {
        return new Shape(
                one("select quote_ident(current_database())").orElseThrow(),
                one("select current_setting('server_version')").orElseThrow(),
                one("select extversion from pg_catalog.pg_extension where extname = 'citus'"),
                tables(),
                keys(),
                views(),
                obstacles());
    }

    private Optional<String> one(String question) {
        return jdbc.sql(question).query(String.class).optional();
    }

    /** Each before those that refer to it. */
    private List<Table> tables() {
        return jdbc.sql(OURS + """
                , levels (id, level) as (
                    select id, 0 from ours
                    union
                    select conrelid, level + 1
                    from levels join pg_catalog.pg_constraint on confrelid = levels.id
                    where contype = 'f' and conrelid <> confrelid and level < 100
                )
                select name, of_tenants, partitioned,
                    greatest(0, rows + coalesce((
                        select sum(greatest(0, part.reltuples))
                        from pg_catalog.pg_partition_tree(id) tree join pg_catalog.pg_class part on part.oid = tree.relid
                        where tree.isleaf and part.oid <> ours.id), 0))::bigint as rows
                from ours
                order by (select max(level) from levels where levels.id = ours.id), name
                """).query(ShapeRepository::table).list();
    }

    private List<Key> keys() {
        return jdbc.sql(OURS + """
                select quote_ident(conname) as name, child.name as child, parent.name as parent,
                    pg_get_constraintdef(k.oid) as definition
                from pg_catalog.pg_constraint k
                join ours child on child.id = k.conrelid
                join ours parent on parent.id = k.confrelid
                where contype = 'f' and conparentid = 0
                order by child.name, conname
                """).query(Key.class).list();
    }

    /** Made in this order, for a view can only read what was there before it. */
    private List<View> views() {
        return jdbc.sql("""
                select quote_ident(nspname) || '.' || quote_ident(relname) as name, pg_get_viewdef(v.oid) as query,
                    coalesce(array_to_string(reloptions, ', '), '') as options, relowner::regrole::text as owner,
                    obj_description(v.oid, 'pg_class') as comment,
                    array(
                        select format('grant %s on %s to %s', lower(string_agg(privilege_type, ', ')), v.oid::regclass,
                            grantee::regrole)
                        from aclexplode(relacl)
                        where grantee <> relowner
                        group by grantee) as grants
                from pg_catalog.pg_class v
                join pg_catalog.pg_namespace on pg_namespace.oid = relnamespace
                where relkind = 'v' and nspname !~ '^pg_' and nspname <> 'information_schema'
                    and not exists (
                        select from pg_catalog.pg_depend d
                        where d.classid = 'pg_class'::regclass and d.objid = v.oid and d.deptype = 'e')
                order by v.oid
                """).query(ShapeRepository::view).list();
    }

    private List<Obstacle> obstacles() {
        return Rules.ALL.stream()
                .flatMap(rule -> jdbc.sql(OURS + rule).query(Obstacle.class).list().stream())
                .toList();
    }

    private static Table table(ResultSet row, int index) throws SQLException {
        return new Table(
                row.getString("name"),
                row.getBoolean("of_tenants"),
                row.getBoolean("partitioned"),
                row.getLong("rows"));
    }

    private static View view(ResultSet row, int index) throws SQLException {
        return new View(
                row.getString("name"),
                row.getString("query"),
                row.getString("options"),
                row.getString("owner"),
                List.of((String[]) row.getArray("grants").getArray()),
                Optional.ofNullable(row.getString("comment")));
    }

    /** The tables of the house by their comments, as the guard of the catalog knows them. */
    private static final String OURS = """
            with recursive ours (id, name, of_tenants, partitioned, tenant, rows) as (
                select c.oid, quote_ident(nspname) || '.' || quote_ident(relname),
                    coalesce(obj_description(c.oid, 'pg_class'), '') not like 'global:%',
                    relkind = 'p',
                    (select attnum from pg_catalog.pg_attribute where attrelid = c.oid and attname = 'tenant_id'),
                    reltuples
                from pg_catalog.pg_class c
                join pg_catalog.pg_namespace n on n.oid = relnamespace
                where relkind in ('r', 'p') and not relispartition and nspname !~ '^pg_'
                    and nspname not in ('information_schema', 'migration', 'citus', 'citus_internal', 'columnar')
            )
            """;
}
