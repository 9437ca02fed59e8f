package io.tilth.directory.department;

import io.tilth.wecom.SyncPart;
import io.tilth.wecom.WecomDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All departments at once: WeCom gives them in one answer. */
@Component
class DepartmentPart implements SyncPart {

    private final ObjectProvider<WecomDirectory> wecom;
    private final DepartmentService departments;

    DepartmentPart(ObjectProvider<WecomDirectory> wecom, DepartmentService departments) {
        this.wecom = wecom;
        this.departments = departments;
    }

    @Override
    public String name() {
        return "departments";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Piece> next(Run run, Optional<String> cursor) {
        return cursor.isPresent()
                ? Optional.empty()
                : Optional.of(new All(run, wecom.getObject().departments(run.company())));
    }

    private class All implements Piece {

        private final Run run;
        private final List<WecomDirectory.Department> told;

        All(Run run, List<WecomDirectory.Department> told) {
            this.run = run;
            this.told = told;
        }

        @Override
        public String cursor() {
            return "all";
        }

        @Override
        public Progress progress() {
            return new Progress(told.size(), told.size());
        }

        @Override
        public Map<String, Integer> store() {
            return departments.settle(run.company(), told);
        }
    }
}
