package io.tilth.access.rolerule;

import io.tilth.access.RoleId;
import io.tilth.access.rolerule.RoleRuleService.ListedRule;
import io.tilth.directory.DepartmentId;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/role-rules")
class RoleRuleController {

    private final RoleRuleService rules;

    RoleRuleController(RoleRuleService rules) {
        this.rules = rules;
    }

    @Needs("role-rule:read")
    @GetMapping
    List<ShownRule> all() {
        return rules.list().stream().map(ShownRule::of).toList();
    }

    @Needs("role-rule:write")
    @PutMapping
    List<ShownRule> replace(@Valid @RequestBody WantedRules request) {
        var wanted = request.rules().stream().map(WantedRule::rule).toList();
        return rules.replace(wanted).stream().map(ShownRule::of).toList();
    }

    record WantedRules(@NotNull @Size(max = 200) List<@Valid @NotNull WantedRule> rules) {}

    /** @param leads the department, or any when none is named */
    record WantedRule(
            @Nullable DepartmentId departmentId,
            @Nullable Boolean leads,
            @Nullable @Size(max = 30) String positionHas,
            @NotNull RoleId roleId) {

        RoleRule rule() {
            return new RoleRule(
                    Ids.next(),
                    Optional.ofNullable(departmentId),
                    Optional.ofNullable(leads),
                    Optional.ofNullable(positionHas).map(String::strip).filter(part -> !part.isEmpty()),
                    roleId);
        }
    }

    record ShownRule(UUID id, int priority, RuleCondition when, GivenRole role) {

        static ShownRule of(ListedRule listed) {
            var rule = listed.rule();
            var department = rule.department()
                    .map(id -> new RuleDepartment(id, listed.departments().getOrDefault(id, "")));
            return new ShownRule(
                    rule.id(),
                    listed.priority(),
                    new RuleCondition(department, rule.leads(), rule.positionHas()),
                    new GivenRole(rule.role(), listed.role()));
        }
    }

    record RuleCondition(Optional<RuleDepartment> department, Optional<Boolean> leads, Optional<String> positionHas) {}

    record RuleDepartment(DepartmentId id, String name) {}

    record GivenRole(RoleId id, String name) {}
}
