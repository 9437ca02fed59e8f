package io.tilth.insight.overview;

import io.tilth.insight.overview.Past.Bond;
import io.tilth.insight.overview.Past.Person;
import io.tilth.insight.overview.PastReading.Alert;
import io.tilth.insight.overview.PastReading.Share;
import io.tilth.insight.overview.PastReading.Visit;
import io.tilth.insight.overview.Period.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Goes through all that happened, one by one, and counts. */
record Pencil(Past past, PastReading reading, Instant at) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Stretch now(Period period) {
        return days(at, period);
    }

    Stretch before(Period period) {
        return days(at.atZone(ZONE).minusDays(days(period)).toInstant(), period);
    }

    private static Stretch days(Instant at, Period period) {
        LocalDate first = at.atZone(ZONE).toLocalDate().minusDays(days(period) - 1L);
        return new Stretch(first.atStartOfDay(ZONE).toInstant(), at);
    }

    private static int days(Period period) {
        return switch (period) {
            case TODAY -> 1;
            case LAST_7 -> 7;
            case LAST_30 -> 30;
        };
    }

    List<Person> newcomers(Stretch span) {
        return people(person -> !person.existing()
                && person.first().addWay() < 201
                && isWithin(person.first().begun(), span));
    }

    List<Person> lost(Stretch span) {
        return people(person -> person.lostAt() != null && isWithin(person.lostAt(), span));
    }

    List<Person> friends() {
        return people(person -> person.lostAt() == null);
    }

    long friendships() {
        return past.people.stream()
                .flatMap(person -> person.bonds().stream())
                .filter(bond -> bond.ended() == null)
                .count();
    }

    /** Of these people, those who are friends of anybody of the shop. */
    List<Person> friendsOf(UUID shop) {
        return people(person ->
                person.bonds().stream().anyMatch(bond -> bond.ended() == null && isOf(shop, member(bond))));
    }

    UUID member(Bond bond) {
        return past.members.get(bond.member());
    }

    boolean isOf(UUID shop, UUID member) {
        return past.shops.indexOf(shop) == past.members.indexOf(member) % Past.SHOPS;
    }

    /** By the channel of that number or any below it; by none that is known where it is negative. */
    static List<Person> by(int channel, Collection<Person> people) {
        return people.stream()
                .filter(person -> switch (channel) {
                    case -1 -> person.channel() < 0 || person.channel() == Past.CHANNELS - 1;
                    case 0 -> person.channel() >= 0 && person.channel() <= 2;
                    default -> person.channel() == channel;
                })
                .toList();
    }

    List<Share> shared(Stretch span) {
        return reading.shares.stream()
                .filter(share -> share.isCounted() && isWithin(share.sentAt(), span))
                .toList();
    }

    /** Shares of the span that were opened by the end of it. */
    List<Share> opened(Stretch span) {
        return shared(span).stream()
                .filter(share -> own(share).anyMatch(visit -> visit.openedAt().isBefore(span.to())))
                .toList();
    }

    List<Share> read(Stretch span) {
        return shared(span).stream()
                .filter(share -> own(share)
                        .anyMatch(visit -> visit.isRead() && visit.lastAt().isBefore(span.to())))
                .toList();
    }

    List<Share> contacted(Stretch span) {
        return read(span).stream()
                .filter(share -> reading.alerts.stream()
                        .filter(alert -> alert.customer().equals(share.customer()))
                        .filter(alert ->
                                alert.share() == share || alert.before().contains(share))
                        .anyMatch(alert ->
                                alert.isAnsweredInTime() && alert.answeredAt().isBefore(span.to())))
                .toList();
    }

    List<Visit> openings(Stretch span) {
        return reading.visits.stream()
                .filter(visit -> visit.reader() != null && isWithin(visit.openedAt(), span))
                .toList();
    }

    List<Alert> answered(Stretch span) {
        return reading.alerts.stream()
                .filter(alert -> alert.isAnsweredInTime() && isWithin(alert.answeredAt(), span))
                .toList();
    }

    /** Everybody to whom one of the figure is credited, once for each. */
    List<UUID> credited(Ranking.By by, Stretch span) {
        return switch (by) {
            case NEWCOMERS ->
                newcomers(span).stream().map(person -> member(person.first())).toList();
            case NET -> throw new IllegalArgumentException("a difference");
            case SHARED -> shared(span).stream().map(Share::member).toList();
            case OPENINGS ->
                openings(span).stream().map(visit -> visit.share().member()).toList();
            case ANSWERED ->
                answered(span).stream()
                        .map(Alert::answeredBy)
                        .filter(Objects::nonNull)
                        .toList();
        };
    }

    /** Whoever was left last. */
    UUID left(Person person) {
        return member(person.bonds().stream()
                .filter(bond -> Optional.ofNullable(bond.ended()).equals(Optional.ofNullable(person.lostAt())))
                .findFirst()
                .orElseThrow());
    }

    private Stream<Visit> own(Share share) {
        return reading.visits.stream()
                .filter(visit -> visit.share() == share && share.customer().equals(visit.reader()));
    }

    private List<Person> people(Predicate<Person> which) {
        return past.people.stream().filter(which).toList();
    }

    private static boolean isWithin(Instant at, Stretch span) {
        return !at.isBefore(span.from()) && at.isBefore(span.to());
    }
}
