package io.tilth.directory.department;

import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomDirectory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the departments as WeCom has them. */
@Service
@Transactional
class DepartmentService {

    private final DepartmentRepository departments;

    DepartmentService(DepartmentRepository departments) {
        this.departments = departments;
    }

    @Transactional(readOnly = true)
    List<ListedDepartment> all() {
        return departments.listed();
    }

    /** Takes over what WeCom lists, and tells by kind what we had otherwise. */
    Map<String, Integer> settle(CompanyId company, List<WecomDirectory.Department> told) {
        var known =
                departments.all(company).stream().collect(Collectors.toMap(Department::number, Function.identity()));
        var differences = new LinkedHashMap<String, Integer>();
        var changed = new ArrayList<Department>();
        for (var department : told) {
            var before = known.remove(department.id());
            var now = before == null ? Department.of(department) : before.with(department);
            if (!now.equals(before)) {
                changed.add(now);
                differences.merge(before == null ? "department.missing" : "department.changed", 1, Integer::sum);
            }
        }
        departments.store(company, changed);
        if (!known.isEmpty()) {
            departments.delete(company, known.keySet());
            differences.put("department.gone", known.size());
        }
        return differences;
    }

    /** Somebody made or changed a department; what the callback does not say stays. */
    void put(Callback party) {
        long number = Long.parseLong(party.need("Id"));
        var before = departments
                .find(party.company(), number)
                .orElseGet(() -> Department.of(new WecomDirectory.Department(number, Optional.empty(), 0, 0)));
        var now = before.with(
                party.find("Name").orElse(before.name()),
                party.find("ParentId").map(Long::parseLong).orElse(before.parent()),
                party.find("Order").map(Long::parseLong).orElse(before.order()));
        departments.store(party.company(), List.of(now));
    }

    void remove(Callback party) {
        departments.delete(party.company(), List.of(Long.parseLong(party.need("Id"))));
    }
}
