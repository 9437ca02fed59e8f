package io.tilth.messaging.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final String NIGHT = "您好,我是{门店}的{称呼},这会儿已下班,明早 9 点后第一时间回复您。着急可拨 {门店电话}。";

    @Test
    void fillsInWhatIsKnown() {
        assertThat(Wording.fill(NIGHT, Map.of("门店", "滨江店", "称呼", "林晓", "门店电话", "0571-8888")))
                .isEqualTo("您好,我是滨江店的林晓,这会儿已下班,明早 9 点后第一时间回复您。着急可拨 0571-8888。");
    }

    @Test
    void leavesOutASentenceThatNamesWhatNobodyKnows() {
        assertThat(Wording.fill(NIGHT, Map.of("门店", "滨江店", "称呼", "林晓")))
                .isEqualTo("您好,我是滨江店的林晓,这会儿已下班,明早 9 点后第一时间回复您。");
    }

    @Test
    void keepsLinesAndWhatIsNoName() {
        assertThat(Wording.fill("{客户}\n花括号 { } 照旧 $1", Map.of())).isEqualTo("花括号 { } 照旧 $1");
    }
}
