package io.tilth.insight.start;

import io.tilth.kernel.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Needs("overview:read")
class FirstWalkController {

    private final FirstWalkService walk;

    FirstWalkController(FirstWalkService walk) {
        this.walk = walk;
    }

    @GetMapping("/api/v1/first-walk")
    FirstWalk firstWalk() {
        return walk.now();
    }
}
