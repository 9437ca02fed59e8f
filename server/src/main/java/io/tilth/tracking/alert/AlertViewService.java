package io.tilth.tracking.alert;

import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.content.Materials.Body;
import io.tilth.content.Materials.Material;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.Heirs;
import io.tilth.customer.Scores;
import io.tilth.customer.Scores.Grade;
import io.tilth.customer.Scores.Score;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.tracking.Alerts.Told;
import io.tilth.tracking.NextReads;
import io.tilth.tracking.NextReads.Next;
import io.tilth.tracking.alert.AlertListRepository.Read;
import io.tilth.tracking.alert.ListedAlert.AlertMember;
import io.tilth.tracking.alert.ListedAlert.AlertedCustomer;
import io.tilth.tracking.alert.ListedAlert.AlertedMaterial;
import io.tilth.tracking.alert.ListedAlert.EarlierReading;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts beside alerts what their reader needs to know at once: who it is, how warm, and what to say. */
@Service
@Transactional(readOnly = true)
class AlertViewService {

    private static final int HISTORY = 8;

    private final AlertListRepository list;
    private final Customers customers;
    private final Scores scores;
    private final Materials materials;
    private final Members members;
    private final AlertSentences sentences;
    private final NextReads nextReads;
    private final Heirs heirs;

    AlertViewService(
            AlertListRepository list,
            Customers customers,
            Scores scores,
            Materials materials,
            Members members,
            AlertSentences sentences,
            NextReads nextReads,
            Heirs heirs) {
        this.list = list;
        this.customers = customers;
        this.scores = scores;
        this.materials = materials;
        this.members = members;
        this.sentences = sentences;
        this.nextReads = nextReads;
        this.heirs = heirs;
    }

    public List<ListedAlert> list(List<Alert> some, Locale reader) {
        var owners = list.owners(some.stream().map(Alert::id).toList());
        var facts = facts(some, owners.values());
        return some.stream()
                .map(alert ->
                        view(alert, owners.getOrDefault(alert.id(), alert.member()), facts, List.of(), null, reader))
                .toList();
    }

    /** With what the customer read before, and how long the document is. */
    public ListedAlert one(Alert alert, Locale reader) {
        var owner = list.owners(List.of(alert.id())).getOrDefault(alert.id(), alert.member());
        var before = list.before(alert, HISTORY);
        var titles = materials.findAll(before.stream()
                .map(AlertListRepository.Before::material)
                .distinct()
                .toList());
        var history = before.stream()
                .map(one -> new EarlierReading(title(titles, one.material()), one.at(), one.seconds()))
                .toList();
        var facts = facts(List.of(alert), List.of(owner));
        return view(alert, owner, facts, history, pages(alert.reading().material()), reader);
    }

    /** As other modules show them. */
    public List<Told> told(List<Alert> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        var titles = materials.findAll(some.stream()
                .map(alert -> alert.reading().material())
                .distinct()
                .toList());
        var visits = list.visits(some);
        return some.stream().map(alert -> told(alert, titles, visits)).toList();
    }

    private static Told told(Alert alert, Map<MaterialId, Material> titles, Map<Read, Integer> visits) {
        var reading = alert.reading();
        var read = new Read(alert.customer(), reading.material());
        return new Told(
                alert.id(),
                alert.customer(),
                alert.member(),
                alert.level() == AlertLevel.IMMEDIATE,
                alert.certainty(),
                reading.material(),
                title(titles, reading.material()),
                reading.priced(),
                reading.deed(),
                reading.seconds(),
                reading.page(),
                Math.max(1, visits.getOrDefault(read, 0)),
                alert.openedAt());
    }

    private @Nullable Integer pages(MaterialId material) {
        return materials
                .body(material)
                .map(body -> body instanceof Body.Document document
                        ? document.pages().size()
                        : null)
                .orElse(null);
    }

    private Facts facts(List<Alert> some, Collection<MemberId> owners) {
        var people = some.stream().map(Alert::customer).distinct().toList();
        var staff = Stream.concat(some.stream().map(Alert::member), owners.stream())
                .distinct()
                .toList();
        return new Facts(
                customers.names(people),
                customers.avatars(people),
                scores.of(people),
                materials.findAll(some.stream()
                        .map(alert -> alert.reading().material())
                        .distinct()
                        .toList()),
                members.findAll(staff),
                list.visits(some),
                next(some),
                heirs.pending(people).keySet());
    }

    /** Whoever asks for a call wants no reading matter. */
    private Map<CustomerId, Next> next(List<Alert> some) {
        return nextReads.of(some.stream()
                .filter(alert -> alert.cause() != AlertCause.CONTACT_TAPPED && alert.cause() != AlertCause.PHONE_LEFT)
                .collect(Collectors.toMap(
                        Alert::customer, alert -> Optional.of(alert.reading().material()), (newest, older) -> newest)));
    }

    private ListedAlert view(
            Alert alert,
            MemberId owner,
            Facts facts,
            List<EarlierReading> history,
            @Nullable Integer pages,
            Locale reader) {
        var reading = alert.reading();
        var material = Optional.ofNullable(facts.materials().get(reading.material()));
        var title = title(facts.materials(), reading.material());
        var read = new Read(alert.customer(), reading.material());
        return new ListedAlert(
                alert.id(),
                facts.customer(alert.customer()),
                alert.level(),
                alert.cause(),
                alert.certainty(),
                alert.openedAt(),
                alert.movedAt(),
                new AlertedMaterial(
                        reading.material(), title, material.map(Material::kind).orElse(null), reading.priced()),
                reading.seconds(),
                reading.percent(),
                reading.page().orElse(null),
                pages,
                Math.max(1, facts.visits().getOrDefault(read, 0)),
                reading.quietDays().orElse(null),
                reading.forwardReaders(),
                reading.deed(),
                facts.member(alert.member()),
                facts.member(owner),
                alert.state(),
                alert.contactedAt().orElse(null),
                alert.dueAt().orElse(null),
                sentences.suggestion(alert, title, facts.next(alert), reader),
                history);
    }

    private static String title(Map<MaterialId, Material> found, MaterialId id) {
        return Optional.ofNullable(found.get(id)).map(Material::title).orElse("");
    }

    /** What several alerts need, looked up once. */
    private record Facts(
            Map<CustomerId, String> names,
            Map<CustomerId, String> avatars,
            Map<CustomerId, Score> scores,
            Map<MaterialId, Material> materials,
            Map<MemberId, Member> members,
            Map<Read, Integer> visits,
            Map<CustomerId, Next> next,
            Set<CustomerId> handed) {

        AlertedCustomer customer(CustomerId id) {
            var score = scores.getOrDefault(id, new Score(0, Grade.ASLEEP));
            return new AlertedCustomer(
                    id,
                    names.getOrDefault(id, ""),
                    Optional.ofNullable(avatars.get(id)),
                    score.value(),
                    score.grade(),
                    handed.contains(id));
        }

        @Nullable
        Next next(Alert alert) {
            boolean wanted = alert.cause() != AlertCause.CONTACT_TAPPED && alert.cause() != AlertCause.PHONE_LEFT;
            return wanted ? next.get(alert.customer()) : null;
        }

        AlertMember member(MemberId id) {
            return new AlertMember(
                    id, Optional.ofNullable(members.get(id)).map(Member::name).orElse(""));
        }
    }
}
