package io.tilth.guard.statement;

import java.util.Set;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.StringValue;

/** What calling a function means for the walls: our own routines and sequences belong to their module. */
final class Routines {

    private static final Set<String> SEQUENCES = Set.of("nextval", "setval", "currval");

    private Routines() {}

    static void note(Function function, Reading reading) {
        var name = function.getName().toLowerCase(java.util.Locale.ROOT);
        if (name.equals("set_config")) {
            reading.fault("set_config does not reach the shards and may outlive the transaction: use \"set local\"");
        }
        if (name.contains(".") && !name.startsWith("pg_catalog.")) {
            reading.call(name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1));
        }
        if (SEQUENCES.contains(name)
                && function.getParameters() != null
                && function.getParameters().getFirst() instanceof StringValue sequence) {
            var parts = sequence.getValue().split("\\.");
            if (parts.length == 2) {
                reading.call(parts[0], parts[1]);
            } else {
                reading.fault("the sequence " + sequence.getValue() + " is named without its schema");
            }
        }
    }
}
