package io.tilth.wecom.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.kernel.TenantId;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Envelopes.Opened;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A callback as it came in.
 *
 * @param id the second it happened and a digest of what was said: the same callback has the same id however often it comes
 * @param lane news of one customer share it, and are worked off one after the other
 * @param front whether a customer waits for a greeting, whose code lives for 20 seconds
 */
record Arrival(
        TenantId tenant,
        UUID id,
        CompanyId company,
        String event,
        String change,
        String subject,
        int lane,
        boolean front,
        Instant at,
        Instant receivedAt,
        Map<String, String> fields) {

    /** More than workers may serve of one tenant, few enough that a turn finds several waiting. */
    static final int LANES = 4;

    private static final int LONGEST_WORD = 100;
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    /** The first of these that a message has says whom it is about. */
    private static final List<String> SUBJECTS =
            List.of("ExternalUserID", "ChatId", "UserID", "OpenKfId", "LinkId", "Id", "TaskId", "FromUserName");

    /** Departments come before their members, groups before their tags: such news keep their order within a company. */
    private static final List<String> IN_ONE_LANE = List.of("change_contact", "change_external_tag");

    static Arrival of(TenantId tenant, CompanyId company, Opened message, Instant now) {
        var fields = message.fields();
        var event = first(fields, "Event", "InfoType", "MsgType").orElse("unknown");
        var subject = first(fields, SUBJECTS.toArray(String[]::new)).orElse("");
        var at = moment(fields).orElse(now);
        var lane = IN_ONE_LANE.contains(event) ? event : subject;
        return new Arrival(
                tenant,
                id(company, message, at),
                company,
                event,
                first(fields, "ChangeType").orElse(""),
                subject,
                Math.floorMod(31 * company.value().hashCode() + lane.hashCode(), LANES),
                fields.containsKey("WelcomeCode"),
                at,
                now,
                fields);
    }

    private static Optional<String> first(Map<String, String> fields, String... names) {
        for (var name : names) {
            var value = fields.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return Optional.of(value.length() > LONGEST_WORD ? value.substring(0, LONGEST_WORD) : value);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> moment(Map<String, String> fields) {
        return first(fields, "CreateTime", "TimeStamp")
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::parseLong)
                .filter(seconds -> seconds < LATEST)
                .map(Instant::ofEpochSecond);
    }

    private static UUID id(CompanyId company, Opened message, Instant at) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(company.value().toString().getBytes(UTF_8));
            digest.update(message.receiver().getBytes(UTF_8));
            var bytes = ByteBuffer.wrap(digest.digest(message.plain().getBytes(UTF_8)));
            long milliseconds = at.getEpochSecond() * 1000;
            return new UUID(
                    milliseconds << 16 | 0x7000 | bytes.getShort() & 0xfff,
                    bytes.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
