package io.tilth.content.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.content.Wording.Claim;
import io.tilth.content.Wording.Finding;
import io.tilth.content.Wording.Passage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordListTest {

    private final WordList house = WordList.ofHouse();

    @Test
    void findsWhatThePlatformAndTheLawForbid() {
        assertThat(check("转发有奖，快来")).extracting(Finding::claim).containsExactly(Claim.INDUCEMENT);
        assertThat(check("全国第一的衣柜")).extracting(Finding::claim).containsExactly(Claim.ABSOLUTE);
        assertThat(check("能治疗失眠")).extracting(Finding::claim).containsExactly(Claim.MEDICAL);
        assertThat(check("稳赚不赔")).extracting(Finding::claim).containsOnly(Claim.FINANCIAL);
    }

    @Test
    void isNotDeceivedByBlanksAndCapitals() {
        assertThat(check("转 发\u200b有　奖")).hasSize(1);
        assertThat(house.with(List.of("Rival"), List.of()).check(passage("买 rival 不如")))
                .extracting(Finding::claim)
                .containsExactly(Claim.OWN);
    }

    @Test
    void leavesHarmlessWordsAlone() {
        assertThat(check("最好提前一周预约，第一时间回复您")).isEmpty();
        assertThat(check("最好提前预约，这是最好的柜子")).hasSize(1);
        assertThat(check("118㎡三居收纳怎么做")).isEmpty();
    }

    @Test
    void livesWithWordsThatTheCompanyAllows() {
        assertThat(house.with(List.of(), Set.of("最好")).check(passage("最好的柜子"))).isEmpty();
    }

    @Test
    void showsTheWordWithWhatStandsAroundIt() {
        var finding = house.check(List.of(new Passage("title", "我们的衣柜是顶级工艺做的"))).getFirst();

        assertThat(finding.around()).isEqualTo("我们的衣柜是顶级工艺做的");
        assertThat(finding.place()).isEqualTo("title");
    }

    private List<Finding> check(String text) {
        return house.check(passage(text));
    }

    private static List<Passage> passage(String text) {
        return List.of(new Passage("text", text));
    }
}
