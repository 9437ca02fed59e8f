package io.tilth.sandbox.phone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the page is told; web/phone/src/app/api.ts has the same shapes. */
final class View {

    private View() {}

    /** Somebody or something with a name and a face. */
    record Face(String id, String name, Optional<String> avatar, String note) {
        static Face of(String id, String name, String note) {
            return new Face(id, name, Optional.empty(), note);
        }
    }

    record Page<T>(List<T> items, long total) {}

    /** How it stands between the two of a chat. */
    enum Bond {
        BOTH,
        PENDING,
        HALF,
        GONE
    }

    enum Kind {
        MEMBER,
        CUSTOMER,
        FRIEND,
        GROUP,
        SERVICE,
        APP
    }

    record Row(String id, Kind kind, Face face, String last, Optional<Instant> at, long unread, Bond bond) {}

    record Linked(String title, String text, String url, Optional<String> picture) {}

    record Press(String key, String text, int style) {}

    /** Something said; {@code id} is a number that grows within the chat. */
    record Message(
            String id,
            boolean mine,
            boolean system,
            Optional<Face> author,
            Instant at,
            String kind,
            String text,
            Optional<Linked> link,
            List<Press> presses,
            Optional<String> pressed) {

        /** In a list of chats. */
        String preview() {
            String shown =
                    link.map(Linked::title).filter(title -> !title.isEmpty()).orElse(text);
            return switch (kind) {
                case "IMAGE" -> "[图片]";
                case "VIDEO" -> "[视频]";
                case "FILE" -> "[文件] " + text;
                case "LINK" -> "[链接] " + shown;
                case "MINI_PROGRAM" -> "[小程序] " + shown;
                default -> text.isEmpty() ? shown : text;
            };
        }
    }

    record Seat(
            String id,
            String name,
            Optional<String> avatar,
            String note,
            boolean external,
            boolean owner,
            boolean me) {}

    record Chat(Row row, List<Message> messages, List<Seat> seats, boolean canWrite) {}

    record Request(String id, Face face, String hello, Instant at) {}

    record Known(String company, String externalUserId) {}

    record WeChat(Face me, String unionId, List<Known> known, List<Row> chats, List<Request> requests) {}

    record AppEntry(String agentId, String name, Optional<String> home, Optional<String> sidebar) {}

    record Task(String id, String kind, Instant at, long receivers, List<Message> parts, String state) {}

    record WeCom(
            Face me,
            Face company,
            boolean active,
            long customers,
            List<Row> chats,
            List<Request> requests,
            List<Task> tasks,
            List<AppEntry> apps) {}

    record Code(String text, String kind, String title, String note) {}

    record Found(
            String kind,
            String text,
            Optional<Face> face,
            boolean needsAccept,
            Optional<String> url,
            Optional<String> chat) {}

    record ChosenTag(String id, String name, boolean chosen) {}

    record ChosenTags(String name, List<ChosenTag> tags) {}

    record Follow(
            Face face,
            String externalUserId,
            String nickname,
            String remark,
            String description,
            String company,
            List<String> mobiles,
            Instant since,
            String way,
            String state,
            Bond bond,
            List<ChosenTags> groups) {}
}
