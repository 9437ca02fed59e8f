package io.tilth.guard.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tilth.kernel.Caller;
import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Ids;
import io.tilth.kernel.IngestJdbc;
import io.tilth.kernel.Needs;
import io.tilth.kernel.RequestInfo;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of the house that reviews forget, for all code below a root package. */
record Walls(String root) {

    /** Rooms of the kernel that lay the pipes which everybody else's SQL runs through. */
    private static final Set<String> PLUMBING = Set.of("tenant", "postgres", "catalog");

    private static final Set<String> EMPTY_PACKAGES =
            Set.of("util", "utils", "common", "commons", "impl", "dto", "vo", "helper", "helpers", "misc", "domain");

    ArchRule belowAModuleRootNothingIsPublic() {
        return classes()
                .that()
                .resideInAPackage(root + ".*.*..")
                .and()
                .areTopLevelClasses()
                .should()
                .bePackagePrivate()
                .because("what other modules may use stands at the module's root");
    }

    ArchRule onlyRepositoriesSpeakSql() {
        return noClasses()
                .that(not(simpleNameEndingWith("Repository")))
                .and(not(laysPipes()))
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework.jdbc..")
                        .or(resideInAPackage("java.sql..").and(not(assignableTo(SQLException.class))))
                        .or(assignableTo(TenantJdbc.class))
                        .or(assignableTo(GlobalJdbc.class))
                        .or(assignableTo(IngestJdbc.class)))
                .because("a reader looks for SQL in repositories");
    }

    ArchRule everyServiceOpensATransaction() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Service")
                .or()
                .areAnnotatedWith(Service.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("outside a transaction the tenant's rows are hidden and no event is delivered");
    }

    ArchRule onlyTheKernelOpensScopes() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".kernel..")
                .should()
                .accessTargetWhere(Calls.of(TenantScope.class, "of")
                        .or(Calls.of(Caller.class, "bind"))
                        .or(Calls.of(RequestInfo.class, "bind"))
                        .or(Calls.of(ScopedValue.class, "where")))
                .because("business code does not know for whom it works");
    }

    ArchRule everyOperationSaysWhoMayCallIt() {
        return methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .and()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(Controller.class)
                .should(sayWhoMayCall())
                .because("an operation that nobody guards is open to everybody")
                .allowEmptyShould(true);
    }

    ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .that(not(assignableTo(TransactionManager.class)))
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|VO|Entity)")
                .because("such a name says nothing about the business");
    }

    ArchRule packagesAreRoomsNotLayers() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        EMPTY_PACKAGES.stream().map(name -> ".." + name + "..").toArray(String[]::new))
                .because("a package is a module or a room, and named after its thing");
    }

    ArchRule timeComesFromTheClock() {
        return noClasses()
                .that(not(DescribedPredicate.<JavaClass>describe("make ids", type -> type.isEquivalentTo(Ids.class))))
                .should()
                .accessTargetWhere(Calls.of(System.class, "currentTimeMillis").or(Calls.readingTheWallClock()))
                .because("a test moves the injected clock; nobody can move the machine's");
    }

    private DescribedPredicate<JavaClass> laysPipes() {
        var kernel = root + ".kernel";
        return DescribedPredicate.describe(
                "lay pipes",
                type -> type.getPackageName().equals(kernel)
                        || PLUMBING.stream()
                                .anyMatch(room -> type.getPackageName().equals(kernel + "." + room))
                        || type.getName().matches("\\Q" + kernel + "\\E\\.live\\.LivePump(\\$.*)?"));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("carry @Needs or @Needs.Anyone") {
            @Override
            public void check(JavaMethod operation, ConditionEvents events) {
                var type = operation.getOwner();
                boolean said = operation.isAnnotatedWith(Needs.class)
                        || operation.isAnnotatedWith(Needs.Anyone.class)
                        || type.isAnnotatedWith(Needs.class)
                        || type.isAnnotatedWith(Needs.Anyone.class);
                events.add(new SimpleConditionEvent(operation, said, operation.getFullName() + " names no right"));
            }
        };
    }
}
