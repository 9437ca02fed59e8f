package io.tilth.access.role;

import io.tilth.access.RoleId;
import io.tilth.access.Roles;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Live;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Right;
import io.tilth.kernel.Right.Place;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RoleService implements Roles {

    private final RoleRepository roles;
    private final OfferedRights offered;
    private final MessageSource sentences;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    RoleService(
            RoleRepository roles, OfferedRights offered, MessageSource sentences, Audit audit, Live live, Clock clock) {
        this.roles = roles;
        this.offered = offered;
        this.sentences = sentences;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public RoleId administrator() {
        return BuiltInRole.administrator(place()).id();
    }

    @Override
    public RoleId builtIn(String key) {
        return BuiltInRole.of(place())
                .filter(role -> role.name().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("role-not-found"))
                .id();
    }

    @Override
    @Transactional(readOnly = true)
    public Role get(RoleId id) {
        return builtIn(id)
                .or(() -> roles.find(id).map(this::role))
                .orElseThrow(() -> Refusal.notFound("role-not-found"));
    }

    @Override
    public Role withinReach(RoleId id) {
        var role = builtIn(id)
                .or(() -> roles.findAndHold(id).map(this::role))
                .orElseThrow(() -> Refusal.notFound("role-not-found"));
        checkReach(reach(role));
        return role;
    }

    /** The built-in roles in their usual order, then the tenant's own in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<ListedRole> all() {
        var holders = roles.holders();
        var builtIn = BuiltInRole.of(place())
                .map(role -> ListedRole.of(builtIn(role), holders.getOrDefault(role.id(), 0), 1));
        var own = roles.all().stream()
                .map(role -> ListedRole.of(role(role), holders.getOrDefault(role.id(), 0), role.version()));
        return Stream.concat(builtIn, own).toList();
    }

    /** What a role here may hold. */
    public List<Right> offered() {
        return offered.in(place());
    }

    public ListedRole create(String name, Reach reach) {
        checkReach(reach);
        var role = OwnRole.of(RoleId.next(), name, reach, 1, offered.keys(place()));
        checkName(role);
        if (!roles.insert(role)) {
            throw Refusal.conflict("role-name-taken");
        }
        note("role.created", role);
        return listed(role.id());
    }

    public ListedRole change(RoleId id, String name, Reach reach, int version) {
        checkReach(reach(role(own(id))));
        checkReach(reach);
        var role = OwnRole.of(id, name, reach, version, offered.keys(place()));
        checkName(role);
        if (!roles.update(role)) {
            throw Refusal.stale(listed(id));
        }
        note("role.changed", role);
        live.push(Live.Recipient.EVERYBODY, "session", id.value().toString());
        return listed(id);
    }

    public void remove(RoleId id) {
        var role = own(id);
        checkReach(reach(role(role)));
        int users = roles.users(id, clock.instant());
        if (users > 0) {
            throw Refusal.conflict("role-in-use").with("users", users);
        }
        roles.delete(id);
        note("role.removed", role);
    }

    /** Locked, so that it is neither given nor changed meanwhile. */
    private OwnRole own(RoleId id) {
        Refusal.unless(builtIn(id).isEmpty(), "role-built-in");
        return roles.findAndLock(id).orElseThrow(() -> Refusal.notFound("role-not-found"));
    }

    private static void checkReach(Reach reach) {
        // A visitor from the house came by a right of the house; what they hold at home says nothing here.
        var judged = Caller.find().filter(caller -> caller.tenant().equals(TenantScope.current()));
        if (judged.isPresent() && !Reach.of(judged.get()).covers(reach)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "role-beyond-own");
        }
    }

    private static Reach reach(Role role) {
        return new Reach(role.rights(), role.scope(), role.masked());
    }

    private void checkName(OwnRole role) {
        boolean taken = BuiltInRole.of(place()).anyMatch(other -> name(other).equalsIgnoreCase(role.name()))
                || roles.isNameTaken(role.name(), role.id());
        if (taken) {
            throw Refusal.conflict("role-name-taken");
        }
    }

    private void note(String action, OwnRole role) {
        var detail = Map.of(
                "scope", role.reach().scope(),
                "masked", role.reach().masked(),
                "rights", new TreeSet<>(role.reach().rights()));
        audit.note(action, Subject.of("role", role.id().value(), role.name()), detail);
        live.push(Live.Recipient.EVERYBODY, "account", role.id().value().toString());
    }

    private ListedRole listed(RoleId id) {
        var role = roles.find(id).orElseThrow(() -> Refusal.notFound("role-not-found"));
        return ListedRole.of(role(role), roles.holders().getOrDefault(id, 0), role.version());
    }

    private Optional<Role> builtIn(RoleId id) {
        return BuiltInRole.find(place(), id).map(this::builtIn);
    }

    private Role builtIn(BuiltInRole role) {
        return role(role.id(), Optional.of(role.name()), name(role), role.reach(offered.keys(place())));
    }

    private Role role(OwnRole role) {
        return role(role.id(), Optional.empty(), role.name(), role.reach());
    }

    /** A right that no module declares any more, or not for this place, counts for nothing. */
    private Role role(RoleId id, Optional<String> key, String name, Reach reach) {
        Set<String> rights = new TreeSet<>(reach.rights());
        rights.retainAll(offered.keys(place()));
        return new Role(id, key, name, reach.scope(), reach.masked(), rights);
    }

    private String name(BuiltInRole role) {
        return sentences.getMessage("role." + role.name(), null, LocaleContextHolder.getLocale());
    }

    private static Place place() {
        return Place.of(TenantScope.current());
    }
}
