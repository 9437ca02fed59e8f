package io.tilth.access.rolerule;

import io.tilth.access.RoleId;
import io.tilth.access.RoleRules;
import io.tilth.access.Roles;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Standings;
import io.tilth.directory.Standings.Standing;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RoleRuleService implements RoleRules {

    private static final int MOST = 100;

    private final RoleRuleRepository rules;
    private final Standings standings;
    private final Roles roles;
    private final Audit audit;

    RoleRuleService(RoleRuleRepository rules, Standings standings, Roles roles, Audit audit) {
        this.rules = rules;
        this.standings = standings;
        this.roles = roles;
        this.audit = audit;
    }

    @Override
    public RoleId roleFor(MemberId member) {
        var standing = standings.of(member);
        return rules.all().stream()
                .filter(rule -> rule.fits(standing))
                .findFirst()
                .map(RoleRule::role)
                .orElseGet(() -> usual(standing));
    }

    @Transactional(readOnly = true)
    public List<ListedRule> list() {
        var all = rules.all();
        var departments =
                all.stream().flatMap(rule -> rule.department().stream()).collect(Collectors.toSet());
        var names = standings.names(departments);
        return all.stream()
                .map(rule -> ListedRule.of(
                        rule,
                        all.indexOf(rule) + 1,
                        names,
                        roles.get(rule.role()).name()))
                .toList();
    }

    /**
     * Puts these in the place of all there are. Nobody gives by a rule what they could not give by hand, nor takes such
     * a rule away.
     */
    public List<ListedRule> replace(List<RoleRule> wanted) {
        Refusal.unless(wanted.size() <= MOST, "too-many-role-rules");
        rules.all().forEach(rule -> roles.withinReach(rule.role()));
        wanted.forEach(rule -> roles.withinReach(rule.role()));
        rules.deleteAll();
        for (int i = 0; i < wanted.size(); i++) {
            rules.insert(wanted.get(i), i + 1);
        }
        audit.note(
                "role-rule.changed",
                Subject.of("tenant", TenantScope.current().value()),
                Map.of("rules", wanted.size()));
        return list();
    }

    private RoleId usual(Standing standing) {
        return roles.builtIn(standing.leadsShop() ? "SHOP_MANAGER" : "GUIDE");
    }

    /** @param department one that is gone keeps its id and has no name */
    record ListedRule(RoleRule rule, int priority, Map<DepartmentId, String> departments, String role) {

        static ListedRule of(RoleRule rule, int priority, Map<DepartmentId, String> departments, String role) {
            return new ListedRule(rule, priority, departments, role);
        }
    }
}
