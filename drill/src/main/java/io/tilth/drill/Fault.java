package io.tilth.drill;

import static io.tilth.sandbox.fault.Fault.ANSWER_LOST;
import static io.tilth.sandbox.fault.Fault.BUSY;
import static io.tilth.sandbox.fault.Fault.CALLBACK_LATE;
import static io.tilth.sandbox.fault.Fault.CALLBACK_SHUFFLED;
import static io.tilth.sandbox.fault.Fault.CALLBACK_TWICE;
import static io.tilth.sandbox.fault.Fault.DROPPED;
import static io.tilth.sandbox.fault.Fault.EXPIRED;
import static io.tilth.sandbox.fault.Fault.OVER_LIMIT;
import static io.tilth.sandbox.fault.Fault.SLOW;

import io.tilth.drill.site.Node;
import io.tilth.drill.site.Site;
import io.tilth.sandbox.fault.Faults;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** What can be broken, and how it is mended again. Each comes back when everything is as it was. */
enum Fault {
    KILL_SERVER {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            chronicle.say("kill -9 the server");
            site.first().kill();
            pause(dice, 500, 2_000);
            back(site.first(), chronicle);
        }
    },

    KILL_DATABASE {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            chronicle.say("kill -9 PostgreSQL");
            site.database().kill();
            pause(dice, 2_000, 5_000);
            if (!returns(site, chronicle)) {
                chronicle.say("PostgreSQL stays away, so the server is killed and started again");
                site.first().kill();
                back(site.first(), chronicle);
            }
        }
    },

    FILL_DISK {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            var disk = site.disk();
            if (!disk.isOurs()) {
                chronicle.say("the disk is not filled: that takes a file system of its own, which only root can make");
                return;
            }
            chronicle.say("the disk is full: its last " + disk.fill() + " MB are taken");
            try {
                pause(dice, 4_000, 9_000);
            } finally {
                disk.free();
                chronicle.say("there is room again");
            }
            if (!returns(site, chronicle)) {
                chronicle.say("PostgreSQL stays away, so the server is killed and started again");
                site.first().kill();
                back(site.first(), chronicle);
            }
        }
    },

    FREEZE_SERVER {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            site.first().freeze();
            chronicle.say("SIGSTOP: the server freezes");
            try {
                pause(dice, 2_000, 9_000);
            } finally {
                site.first().thaw();
                chronicle.say("SIGCONT: it goes on");
            }
        }
    },

    CUT_CONNECTIONS {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            for (int i = 0; i < 4; i++) {
                chronicle.say("all " + site.front().cut() + " connections to the server are cut");
                pause(dice, 200, 1_500);
            }
        }
    },

    ILL_WECOM {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            var busy = Faults.none()
                    .seeded(dice.nextLong())
                    .lasting(1_500, 3_000)
                    .with(BUSY, 0.2)
                    .with(EXPIRED, 0.1)
                    .with(OVER_LIMIT, 0.05)
                    .with(SLOW, 0.2)
                    .with(DROPPED, 0.1)
                    .with(ANSWER_LOST, 0.2);
            chronicle.say("WeCom answers -1, 42001 and 45009, slowly, and cuts connections");
            during(site, chronicle, dice, busy);
        }
    },

    WILD_CALLBACKS {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            var wild = Faults.none()
                    .seeded(dice.nextLong())
                    .lasting(1_500, 4_000)
                    .with(CALLBACK_TWICE, 0.5)
                    .with(CALLBACK_LATE, 0.2)
                    .with(CALLBACK_SHUFFLED, 0.3);
            chronicle.say("callbacks come twice, late and in any order");
            during(site, chronicle, dice, wild);
        }
    },

    MOVE_CLOCK {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            var by = Duration.ofSeconds(dice.nextInt(3, 15));
            site.sandbox().platform().clock().move(by);
            chronicle.say("WeCom's clock jumps ahead by " + by.toSeconds() + " s");
            pause(dice, 1_000, 3_000);
        }
    },

    SECOND_SERVER {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            chronicle.say("a second server is started beside the first");
            back(site.second(), chronicle);
            pause(dice, 3_000, 6_000);
            if (dice.nextBoolean()) {
                chronicle.say("kill -9 the second server");
                site.second().kill();
            } else {
                chronicle.say("the second server is asked to stop");
                site.second().stop();
                chronicle.say("it has stopped");
            }
        }
    },

    FIRST_OF_TWO {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            chronicle.say("a second server is started beside the first");
            back(site.second(), chronicle);
            pause(dice, 2_000, 4_000);
            chronicle.say("kill -9 the first server; the second goes on alone");
            site.first().kill();
            pause(dice, 5_000, 10_000);
            chronicle.say("the second is asked to stop, for the first brings its database back itself");
            site.second().stop();
            back(site.first(), chronicle);
        }
    },

    UPGRADE {
        @Override
        void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception {
            chronicle.say("a second server of the new version is started beside the first, and brings the tables on");
            back(site.second(), chronicle);
            pause(dice, 4_000, 8_000);
            chronicle.say("the first is asked to stop, with its database, and to come back in the new version");
            site.first().stop();
            site.upgrade();
            back(site.first(), chronicle);
            pause(dice, 2_000, 4_000);
            chronicle.say("the second is asked to stop");
            site.second().stop();
        }
    };

    private static final Duration RETURN = Duration.ofSeconds(60);

    abstract void strike(Site site, Chronicle chronicle, RandomGenerator dice) throws Exception;

    static void back(Node node, Chronicle chronicle) throws IOException, InterruptedException {
        var since = chronicle.elapsed();
        node.start();
        chronicle.say("the %s answers after %d s"
                .formatted(node.name(), chronicle.elapsed().minus(since).toSeconds()));
    }

    private static boolean returns(Site site, Chronicle chronicle) throws InterruptedException {
        long end = System.nanoTime() + RETURN.toNanos();
        while (System.nanoTime() < end) {
            if (site.database().answers()) {
                chronicle.say("PostgreSQL answers again");
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        return false;
    }

    private static void during(Site site, Chronicle chronicle, RandomGenerator dice, Faults faults)
            throws InterruptedException {
        site.sandbox().faults().set(faults);
        try {
            pause(dice, 6_000, 12_000);
        } finally {
            site.sandbox().faults().set(Faults.none());
            chronicle.say("WeCom is itself again");
        }
    }

    private static void pause(RandomGenerator dice, int least, int most) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(dice.nextInt(least, most));
    }
}
