package io.tilth.sandbox.seed;

import java.util.random.RandomGenerator;

/** Names of people who do not exist. */
public final class Names {
    private static final String[][] FAMILY = {
        {"王", "wang"},
        {"李", "li"},
        {"张", "zhang"},
        {"刘", "liu"},
        {"杨", "yang"},
        {"黄", "huang"},
        {"赵", "zhao"},
        {"吴", "wu"},
        {"徐", "xu"},
        {"孙", "sun"},
        {"马", "ma"},
        {"朱", "zhu"},
        {"胡", "hu"},
        {"郭", "guo"},
        {"高", "gao"},
        {"罗", "luo"},
        {"梁", "liang"},
        {"宋", "song"},
        {"唐", "tang"},
        {"许", "xu"},
        {"韩", "han"},
        {"冯", "feng"},
        {"沈", "shen"},
        {"曹", "cao"},
        {"彭", "peng"},
        {"潘", "pan"},
        {"袁", "yuan"},
        {"蒋", "jiang"},
        {"余", "yu"},
        {"叶", "ye"},
        {"汪", "wang"},
        {"钱", "qian"},
        {"方", "fang"},
        {"金", "jin"},
        {"陆", "lu"},
        {"姜", "jiang"}
    };
    private static final String[][] GIVEN = {
        {"伟", "wei"}, {"芳", "fang"}, {"娜", "na"}, {"敏", "min"}, {"静", "jing"}, {"丽", "li"}, {"强", "qiang"},
        {"磊", "lei"}, {"洋", "yang"}, {"艳", "yan"}, {"勇", "yong"}, {"杰", "jie"}, {"娟", "juan"}, {"涛", "tao"},
        {"超", "chao"}, {"霞", "xia"}, {"平", "ping"}, {"婷", "ting"}, {"雪", "xue"}, {"浩", "hao"}, {"宇", "yu"},
        {"欣", "xin"}, {"怡", "yi"}, {"梦", "meng"}, {"晨", "chen"}, {"佳", "jia"}, {"琪", "qi"}, {"然", "ran"},
        {"子", "zi"}, {"文", "wen"}, {"思", "si"}, {"雨", "yu"}, {"一", "yi"}, {"可", "ke"}, {"明", "ming"}
    };
    private static final String[] NICK = {
        "向日葵", "海阔天空", "平平淡淡", "晴天", "小幸运", "慢慢来", "云淡风轻", "阳光", "心静自然凉", "半夏", "糖糖妈", "木子",
        "简单", "追风", "大海", "岁月静好", "豆豆爸", "一米阳光", "随缘", "知足常乐", "风轻扬", "安然", "小鱼儿", "柠檬"
    };

    private final RandomGenerator random;

    public Names(RandomGenerator random) {
        this.random = random;
    }

    /** A family name and one or two characters. */
    public String person() {
        String given = one(GIVEN)[0] + (random.nextInt(3) == 0 ? "" : one(GIVEN)[0]);
        return one(FAMILY)[0] + given;
    }

    /** A full name with the letters of a user id behind it. */
    public String[] colleague() {
        String[] family = one(FAMILY);
        String[] first = one(GIVEN);
        String[] second = one(GIVEN);
        return new String[] {family[0] + first[0] + second[0], family[1] + first[1] + second[1]};
    }

    /** As people call themselves in WeChat. */
    public String nickname() {
        return switch (random.nextInt(6)) {
            case 0 -> NICK[random.nextInt(NICK.length)];
            case 1 -> NICK[random.nextInt(NICK.length)] + (char) ('A' + random.nextInt(26));
            case 2 -> "A" + one(FAMILY)[0] + one(GIVEN)[0];
            case 3 -> one(FAMILY)[0] + (random.nextBoolean() ? "先生" : "女士");
            default -> person();
        };
    }

    private String[] one(String[][] from) {
        return from[random.nextInt(from.length)];
    }
}
