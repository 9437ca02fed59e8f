package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.api.Routes.Route;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;

/**
 * The real judge: WxJava's own client, unchanged, works against every endpoint that the sandbox offers, through its typed
 * method, else through its get and post.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class JudgeTest {

    @AfterAll
    static void close() {
        Bench.SHARED.get().close();
    }

    @Nested
    class Directory extends DirectoryJudge {}

    @Nested
    class Customers extends CustomerJudge {}

    @Nested
    class Codes extends CodeJudge {}

    @Nested
    class Messages extends MessageJudge {}

    @Nested
    class Media extends MediaJudge {}

    @Nested
    class MassSends extends MassSendJudge {}

    @Nested
    class Moments extends MomentJudge {}

    @Nested
    class GroupWelcomes extends GroupWelcomeJudge {}

    @Nested
    class Acquisitions extends AcquisitionJudge {}

    @Nested
    class Kf extends KfJudge {}

    @Nested
    class Transfers extends TransferJudge {}

    @Nested
    class OAuth extends OAuthJudge {}

    @Nested
    class ServiceAccounts extends ServiceAccountJudge {}

    @Nested
    class Tickets extends TicketJudge {}

    @Nested
    class Ids extends IdJudge {}

    @Nested
    class Suites extends SuiteJudge {}

    @Nested
    class Albums extends AlbumJudge {}

    @Nested
    @Order(Integer.MAX_VALUE)
    class InTheEnd {

        @Test
        void noPathIsLeftThatNoneOfThemCalled() {
            var sandbox = Bench.SHARED.get().sandbox();
            var all = StreamSupport.stream(sandbox.routes().all().spliterator(), false)
                    .map(Route::path)
                    .toList();

            assertThat(sandbox.served().keySet()).containsExactlyInAnyOrderElementsOf(all);
        }
    }
}
