package io.tilth.kernel;

import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Live.Recipient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A door that believes a header, and operations that show what the kernel does around them. */
@TestConfiguration(proxyBeanMethods = false)
public class KernelProbe {

    /** {@code X-Probe: <tenant>/<account>/<right>,<right>…}; {@code SELF} or {@code DEPARTMENT}
     * as a right narrows the scope, {@code MASKED} masks, {@code MEMBER=<id>} says whom the caller is. */
    @Bean
    TenantDoor probeDoor() {
        return request -> Optional.ofNullable(request.getHeader("X-Probe"))
                .filter(header -> !header.isEmpty())
                .map(KernelProbe::caller);
    }

    private static Caller caller(String header) {
        var parts = header.split("/", -1);
        var rights = Set.of(parts[2].split(","));
        return new Caller(
                TenantId.of(parts[0]),
                Caller.Kind.ACCOUNT,
                UUID.fromString(parts[1]),
                "Probe",
                rights,
                scope(rights),
                rights.contains("MASKED"),
                members(rights),
                Optional.empty(),
                Optional.empty());
    }

    private static DataScope scope(Set<String> rights) {
        return Stream.of(DataScope.SELF, DataScope.DEPARTMENT)
                .filter(scope -> rights.contains(scope.name()))
                .findFirst()
                .orElse(DataScope.ALL);
    }

    private static Set<UUID> members(Set<String> rights) {
        return rights.stream()
                .filter(right -> right.startsWith("MEMBER="))
                .map(right -> UUID.fromString(right.substring("MEMBER=".length())))
                .collect(Collectors.toSet());
    }

    @TestComponent // not scanned: only who imports the probe has it
    @RestController
    @RequestMapping("/api/v1/probe")
    @Transactional
    static class Probe {

        final AtomicInteger runs = new AtomicInteger();
        private final Audit audit;
        private final Live live;

        Probe(Audit audit, Live live) {
            this.audit = audit;
            this.live = live;
        }

        @Needs
        @PostMapping("/deeds")
        public Map<String, Object> deed(@Valid @RequestBody Deed deed) {
            audit.note("probe.deed", Subject.of("probe", deed.name()));
            return Map.of("run", runs.incrementAndGet(), "name", deed.name());
        }

        @Needs
        @PostMapping("/failures")
        public Map<String, Object> failure(@RequestBody Deed deed) {
            audit.note("probe.failure", Subject.of("probe", deed.name()));
            throw Refusal.conflict("conflict");
        }

        @Needs
        @CallsOut
        @Transactional(propagation = Propagation.SUPPORTS)
        @PostMapping("/questions")
        public Map<String, Object> question(@RequestBody Deed deed) {
            return Map.of(
                    "run",
                    runs.incrementAndGet(),
                    "within",
                    TransactionSynchronizationManager.isActualTransactionActive());
        }

        @Needs
        @PostMapping("/signals")
        public List<String> signal(@RequestBody Deed deed, HttpServletRequest request) {
            live.push(Recipient.account(Caller.current().id()), "probe", deed.name());
            return List.of();
        }
    }

    record Deed(
            @NotBlank @Size(max = 30) String name, @Positive int size) {}
}
