package io.tilth.wecom.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tilth.kernel.Refusal;
import org.junit.jupiter.api.Test;

class DomainFileTest {

    @Test
    void takesTheFileThatWecomGives() {
        assertThat(new DomainFile(" WW_verify_aB3.txt", "aB3\n")).isEqualTo(new DomainFile("WW_verify_aB3.txt", "aB3"));
    }

    @Test
    void takesNothingElse() {
        for (var name : new String[] {"index.html", "../WW_verify_a.txt", "WW_verify_.txt", "WW_verify_a.txt.html"}) {
            assertThatThrownBy(() -> new DomainFile(name, "a")).isInstanceOf(Refusal.class);
        }
        for (var content : new String[] {"", "<script>", "a b", "x".repeat(201)}) {
            assertThatThrownBy(() -> new DomainFile("WW_verify_a.txt", content)).isInstanceOf(Refusal.class);
        }
    }
}
