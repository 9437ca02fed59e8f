package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.code.ChannelCode.Routing;
import io.tilth.acquisition.code.ChannelCode.Way;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes codes of their rows. */
@Component
class ChannelCodeRows {

    private final JsonMapper json;

    ChannelCodeRows(JsonMapper json) {
        this.json = json;
    }

    ChannelCode code(ResultSet row, int index) throws SQLException {
        @Nullable UUID stage = row.getObject("stage_id", UUID.class);
        return new ChannelCode(
                new ChannelCodeId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                new ChannelId(row.getObject("channel_id", UUID.class)),
                row.getString("name"),
                row.getString("state_key"),
                routing(row),
                ids(row, "tags", TagId::new),
                row.getString("remark"),
                Optional.ofNullable(stage).map(StageId::new),
                json.readValue(row.getString("welcome"), CodeWelcome.class),
                moment(row, "expires_at"),
                moment(row, "retired_at"),
                new Way(
                        Optional.ofNullable(row.getString("config_id")),
                        Optional.ofNullable(row.getString("content")),
                        row.getString("live"),
                        Optional.ofNullable(row.getString("trouble"))),
                row.getInt("version"));
    }

    private static Routing routing(ResultSet row) throws SQLException {
        return new Routing(
                ids(row, "members", MemberId::new),
                ids(row, "departments", DepartmentId::new),
                ids(row, "spares", MemberId::new),
                Optional.ofNullable(row.getObject("daily_cap", Integer.class)),
                row.getBoolean("by_rest"),
                row.getBoolean("balanced"),
                row.getBoolean("skip_verify"),
                row.getBoolean("exclusive"));
    }

    private static <T> Set<T> ids(ResultSet row, String column, Function<UUID, T> of) throws SQLException {
        return Stream.of((UUID[]) row.getArray(column).getArray()).map(of).collect(Collectors.toSet());
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
