package io.tilth.tracking.reach;

import io.tilth.content.Materials;
import io.tilth.customer.Customers;
import io.tilth.customer.Heirs;
import io.tilth.customer.Timeline;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Notice;
import io.tilth.directory.Notices;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.tracking.Shares;
import io.tilth.tracking.Shares.Sent;
import io.tilth.tracking.VisitMoved.Deed;
import io.tilth.tracking.Visiting;
import io.tilth.tracking.Visiting.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Readers who want to be called. */
@Service
@Transactional
class LeftContactService {

    private final Visiting visiting;
    private final LeftContactRepository contacts;
    private final Shares shares;
    private final Materials materials;
    private final Members members;
    private final Heirs heirs;
    private final Customers customers;
    private final VisibleMembers visible;
    private final Timeline timeline;
    private final Notices notices;

    LeftContactService(
            Visiting visiting,
            LeftContactRepository contacts,
            Shares shares,
            Materials materials,
            Members members,
            Heirs heirs,
            Customers customers,
            VisibleMembers visible,
            Timeline timeline,
            Notices notices) {
        this.visiting = visiting;
        this.contacts = contacts;
        this.shares = shares;
        this.materials = materials;
        this.members = members;
        this.heirs = heirs;
        this.customers = customers;
        this.visible = visible;
        this.timeline = timeline;
        this.notices = notices;
    }

    void leave(String code, HttpServletRequest request, LeftContact contact) {
        var reader = visiting.reader(code, request).orElseThrow(() -> Refusal.notFound("reader-unknown"));
        ReaderService.unlessOften(contacts.before(reader));
        var sent = Optional.ofNullable(shares.findAll(List.of(reader.share())).get(reader.share()))
                .orElseThrow(() -> Refusal.notFound("reader-unknown"));
        var member = inCharge(sent);
        var id = contacts.insert(contact, reader, member);
        tell(id, contact, reader, member, sent);
        visiting.did(code, request, Deed.PHONE_LEFT);
    }

    @Transactional(readOnly = true)
    Page<ListedContact> newest(Paging paging) {
        var page = Page.of(
                contacts.newest(visible.ofCaller(), paging.afterId(), paging.rows()),
                paging,
                row -> row.id().toString());
        var found = shares.findAll(page.items().stream()
                .map(LeftContactRepository.Row::share)
                .distinct()
                .toList());
        var titles = materials.findAll(
                found.values().stream().map(Sent::material).distinct().toList());
        var names = customers.names(
                page.items().stream().flatMap(row -> row.customer().stream()).toList());
        var people = members.findAll(page.items().stream()
                .map(LeftContactRepository.Row::member)
                .distinct()
                .toList());
        boolean masked = Caller.current().masked();
        return page.map(row -> ListedContact.of(row, masked)
                .of(people.get(row.member()))
                .about(Optional.ofNullable(found.get(row.share())).map(sent -> titles.get(sent.material())))
                .by(row.customer(), names));
    }

    /** A known reader is the alert's business; a phone of somebody unknown would else be told to nobody. */
    private void tell(UUID id, LeftContact contact, Reader reader, MemberId member, Sent sent) {
        var title =
                materials.find(sent.material()).map(Materials.Material::title).orElse("");
        var words = Map.of("name", contact.name(), "phone", contact.phone(), "material", title);
        reader.customer()
                .ifPresentOrElse(
                        customer -> timeline.add(
                                List.of(new Timeline.Entry(id, customer, "contact.left", Optional.of(member), words))),
                        () -> notices.tell(
                                member,
                                new Notice(
                                        "contact.left",
                                        words,
                                        "/w/notices",
                                        Optional.empty(),
                                        Notice.Urgency.PRESSING)));
    }

    private MemberId inCharge(Sent sent) {
        boolean here = members.find(sent.sender()).map(Members.Member::here).orElse(false);
        return here ? sent.sender() : heirs.of(sent.sender(), sent.meant()).orElse(sent.sender());
    }
}
