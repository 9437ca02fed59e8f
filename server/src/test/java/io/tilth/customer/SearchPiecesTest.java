package io.tilth.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchPiecesTest {

    @Test
    void findsAnyFragmentOfARemark() {
        var pieces = SearchPieces.of("A王姐 3栋1102 橱柜");

        for (var fragment : new String[] {"王姐", "王", "3栋", "1102", "102", "橱柜", "柜", "a王"}) {
            assertThat(pieces).as(fragment).containsAll(SearchPieces.wanted(fragment));
        }
        assertThat(pieces).doesNotContainAnyElementsOf(SearchPieces.wanted("姐3"));
    }

    @Test
    void findsFourNeighboursOfANumber() {
        assertThat(SearchPieces.ofPhone("13812345678")).containsAll(SearchPieces.wantedOfPhone("5678"));
        assertThat(SearchPieces.ofPhone("13812345678")).containsAll(SearchPieces.wantedOfPhone("13812345678"));
        assertThat(SearchPieces.wantedOfPhone("567")).isEmpty();
        assertThat(SearchPieces.wantedOfPhone("3栋11")).isEmpty();
    }

    @Test
    void takesASignBeyondTheBasicPlaneAsOne() {
        assertThat(SearchPieces.wanted("🌹")).containsExactly("🌹");
        assertThat(SearchPieces.of("🌹玫瑰")).contains("🌹", "🌹玫", "玫瑰");
    }
}
