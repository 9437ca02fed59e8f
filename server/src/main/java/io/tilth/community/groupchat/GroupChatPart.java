package io.tilth.community.groupchat;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.SyncPart;
import io.tilth.wecom.WecomGroupChats;
import io.tilth.wecom.WecomGroupChats.Chat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All group chats, a hundred owners at a time; in the end those that WeCom did not show are dismissed. */
@Component
class GroupChatPart implements SyncPart {

    private static final int OWNERS = 100;
    private static final int CHATS = 50;

    private final WecomGroupChats wecom;
    private final GroupChatNewsService news;
    private final Clock clock;

    GroupChatPart(WecomGroupChats wecom, GroupChatNewsService news, Clock clock) {
        this.wecom = wecom;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Piece> next(Run run, Optional<String> cursor) {
        var place = cursor.map(Place::of).orElseGet(() -> Place.first(clock.instant()));
        var owners = news.owners(run.company());
        if (place.over()) {
            return Optional.empty();
        }
        return Optional.of(
                place.owner() >= owners.size()
                        ? new Rest(run.company(), owners, place)
                        : fetch(run.company(), owners, place));
    }

    private Piece fetch(CompanyId company, List<String> owners, Place place) {
        var some = owners.subList(place.owner(), Math.min(place.owner() + OWNERS, owners.size()));
        var listed = wecom.owned(company, some, place.page());
        var ids = listed.chats().stream().map(WecomGroupChats.Listed::chatId).toList();
        int end = Math.min(place.skip() + CHATS, ids.size());
        var chats = ids.subList(Math.min(place.skip(), end), end).stream()
                .flatMap(id -> wecom.find(company, id).stream())
                .toList();
        var next = end < ids.size() ? place.within(end) : place.after(listed.next(), some.size());
        return new Some(company, chats, next.counting(chats.size()), ids.size() - end);
    }

    /**
     * @param owner how many owners are done
     * @param skip how many chats of the page are done
     * @param done how many chats are done in all
     */
    record Place(Instant begun, int owner, Optional<String> page, int skip, long done, boolean over) {

        static Place first(Instant now) {
            return new Place(now, 0, Optional.empty(), 0, 0, false);
        }

        static Place of(String cursor) {
            var parts = cursor.split(" ", 6);
            return new Place(
                    Instant.parse(parts[0]),
                    Integer.parseInt(parts[1]),
                    Optional.of(parts[5]).filter(page -> !page.isEmpty()),
                    Integer.parseInt(parts[2]),
                    Long.parseLong(parts[3]),
                    Boolean.parseBoolean(parts[4]));
        }

        String text() {
            return "%s %d %d %d %s %s".formatted(begun, owner, skip, done, over, page.orElse(""));
        }

        Place within(int skip) {
            return new Place(begun, owner, page, skip, done, false);
        }

        Place after(Optional<String> next, int owners) {
            return next.isPresent()
                    ? new Place(begun, owner, next, 0, done, false)
                    : new Place(begun, owner + owners, Optional.empty(), 0, done, false);
        }

        Place counting(int more) {
            return new Place(begun, owner, page, skip, done + more, over);
        }

        Place end() {
            return new Place(begun, owner, Optional.empty(), 0, done, true);
        }
    }

    private class Some implements Piece {

        private final CompanyId company;
        private final List<Chat> chats;
        private final Place next;
        private final int left;

        Some(CompanyId company, List<Chat> chats, Place next, int left) {
            this.company = company;
            this.chats = chats;
            this.next = next;
            this.left = left;
        }

        @Override
        public String cursor() {
            return next.text();
        }

        @Override
        public Progress progress() {
            return new Progress(next.done(), next.done() + left);
        }

        @Override
        public Map<String, Integer> store() {
            return news.store(company, chats);
        }
    }

    private class Rest implements Piece {

        private final CompanyId company;
        private final List<String> owners;
        private final Place place;

        Rest(CompanyId company, List<String> owners, Place place) {
            this.company = company;
            this.owners = owners;
            this.place = place;
        }

        @Override
        public String cursor() {
            return place.end().text();
        }

        @Override
        public Progress progress() {
            return new Progress(place.done(), place.done());
        }

        @Override
        public Map<String, Integer> store() {
            int extra = news.dismissUnseen(company, owners, place.begun());
            return extra > 0 ? Map.of("group.extra", extra) : Map.of();
        }
    }
}
