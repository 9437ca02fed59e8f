package io.tilth.kernel.distribute;

import java.util.List;
import java.util.Optional;

/**
 * What the catalog says of a database, as far as it matters to a cluster.
 *
 * @param tables those of the house; partitions go with their parents
 * @param views each after those that it reads
 * @param citus the version that is installed in this database
 */
record Shape(
        String database,
        String server,
        Optional<String> citus,
        List<Table> tables,
        List<Key> keys,
        List<View> views,
        List<Obstacle> obstacles) {

    Shape {
        tables = List.copyOf(tables);
        keys = List.copyOf(keys);
        views = List.copyOf(views);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * @param name with its schema, quoted where needed
     * @param ofTenants whether each row belongs to one tenant, who leads its key
     * @param rows as the planner guesses them
     */
    record Table(String name, boolean ofTenants, boolean partitioned, long rows) {}

    /** A foreign key, with its definition as PostgreSQL writes it. */
    record Key(String name, String child, String parent, String definition) {}

    /** A view with all that making it anew would lose: its options, its owner, its readers, what is said of it. */
    record View(
            String name, String query, String options, String owner, List<String> grants, Optional<String> comment) {

        View {
            grants = List.copyOf(grants);
        }
    }

    /** What Citus would refuse. */
    record Obstacle(String object, String what) {}
}
