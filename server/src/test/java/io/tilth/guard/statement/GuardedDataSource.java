package io.tilth.guard.statement;

import io.tilth.guard.walls.Migrations;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool whose connections show each statement to the guard before they send it. */
public class GuardedDataSource extends DelegatingDataSource {

    private final StatementGuard guard;

    GuardedDataSource(DataSource pool, StatementGuard guard) {
        super(pool);
        this.guard = guard;
    }

    /** Guards a pool of the server itself. */
    public static GuardedDataSource of(DataSource pool) {
        var guard = new StatementGuard(
                new Catalog(pool::getConnection), new Ownership(Migrations.uses()), Known.inFile(), Speaker::now);
        return new GuardedDataSource(pool, guard);
    }

    StatementGuard guard() {
        return guard;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guarded(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return guarded(super.getConnection(user, password));
    }

    private Connection guarded(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "prepareStatement", "prepareCall" -> guard.check((String) arguments[0]);
                case "unwrap" -> guard.checkUnwrapping();
                default -> {}
            }
            var result = invoke(connection, method, arguments);
            return method.getName().equals("createStatement") ? guarded((Statement) result, self) : result;
        });
    }

    private Statement guarded(Statement statement, Object connection) {
        return proxy(Statement.class, (self, method, arguments) -> {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                guard.check(sql); // execute…(sql), addBatch(sql)
            }
            return method.getName().equals("getConnection") ? connection : invoke(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> handler.invoke(self, method, arguments);
                }));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
