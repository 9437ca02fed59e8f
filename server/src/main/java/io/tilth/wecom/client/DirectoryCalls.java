package io.tilth.wecom.client;

import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomDirectory;
import io.tilth.wecom.WecomRefusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class DirectoryCalls implements WecomDirectory {

    /** No such member; not visible to the app. */
    private static final Set<Integer> NOBODY = Set.of(40003, 60111, 60021, 50002);

    private final Asking asking;

    DirectoryCalls(Asking asking) {
        this.asking = asking;
    }

    @Override
    public List<Department> departments(CompanyId company) {
        boolean namesAreHidden = asking.app(company).kind() == Company.Kind.PROVIDER;
        var all = asking.get(company, "department/list", Map.of())
                .path("department")
                .valueStream()
                .map(node -> department(node, namesAreHidden))
                .toList();
        return parentsFirst(all);
    }

    @Override
    public List<Member> members(CompanyId company, long department) {
        var parameters = Map.of("department_id", Long.toString(department), "fetch_child", "1");
        return asking.get(company, "user/list", parameters)
                .path("userlist")
                .valueStream()
                .map(node -> member(company, node))
                .toList();
    }

    @Override
    public Optional<Member> member(CompanyId company, String userId) {
        try {
            return Optional.of(member(company, asking.get(company, "user/get", Map.of("userid", userId))));
        } catch (WecomRefusal refusal) {
            if (NOBODY.contains(refusal.code())) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    @Override
    public List<String> withCustomers(CompanyId company) {
        var answer = asking.get(company, "externalcontact/get_follow_user_list", Map.of());
        return Fields.texts(answer, "follow_user").stream().map(Fields::user).toList();
    }

    private Department department(JsonNode node, boolean namesAreHidden) {
        var id = Fields.number(node, "id");
        var name = Fields.optional(node, "name").filter(text -> !namesAreHidden || !text.equals(Long.toString(id)));
        return new Department(id, name, Fields.number(node, "parentid"), Fields.number(node, "order"));
    }

    /** A provider's app reads the user id where the name would stand. */
    private Member member(CompanyId company, JsonNode node) {
        var id = Fields.user(node, "userid");
        boolean hidden = asking.app(company).kind() == Company.Kind.PROVIDER;
        var departments = Fields.numbers(node, "department");
        var leads = Fields.numbers(node, "is_leader_in_dept");
        return new Member(
                id,
                Fields.optional(node, "open_userid"),
                Fields.optional(node, "name").filter(name -> !hidden || !name.equalsIgnoreCase(id)),
                Fields.optional(node, "position"),
                status(Fields.number(node, "status")),
                IntStream.range(0, departments.size())
                        .mapToObj(i -> new Membership(departments.get(i), i < leads.size() && leads.get(i) == 1))
                        .toList(),
                Fields.number(node, "main_department"));
    }

    private static Status status(long number) {
        return switch ((int) number) {
            case 2 -> Status.DISABLED;
            case 4 -> Status.NOT_ACTIVATED;
            case 5 -> Status.LEFT;
            default -> Status.ACTIVE;
        };
    }

    /** The app may see no root: what has no visible parent comes first. */
    private static List<Department> parentsFirst(List<Department> all) {
        var waiting = new ArrayList<>(all);
        var sorted = new ArrayList<Department>();
        var open = new HashSet<Long>();
        all.forEach(department -> open.add(department.id()));
        while (!waiting.isEmpty()) {
            var ready = waiting.stream()
                    .filter(one -> !open.contains(one.parent()) || one.parent() == one.id())
                    .toList();
            if (ready.isEmpty()) {
                sorted.addAll(waiting); // a circle cannot be, but must not hang us
                return sorted;
            }
            sorted.addAll(ready);
            waiting.removeAll(ready);
            ready.forEach(one -> open.remove(one.id()));
        }
        return sorted;
    }
}
