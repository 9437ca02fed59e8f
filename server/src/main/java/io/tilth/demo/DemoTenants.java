package io.tilth.demo;

import io.tilth.kernel.TenantId;
import io.tilth.tenancy.Tenants.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Forty companies as an operator would see them: most paying, some on trial, a few about to end. */
class DemoTenants {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, String> NAMES = Map.of(
            "RETAIL", "拾光花艺 小满母婴 四季鲜果 半亩书店 大观眼镜 石榴花服饰",
            "HOME", "北岸家居 木石建材 佳境装饰 清泉净水",
            "EDUCATION", "青禾少儿美术 知行教育 新芽英语 听雨琴行 禾苗托育 朝阳驾校",
            "MEDICAL_BEAUTY", "云上美肤 橙子口腔 海棠医美",
            "LIQUOR", "江畔酒业 南山里茶业",
            "CATERING", "麦田烘焙 味林餐饮 潮汐咖啡 谷雨餐饮",
            "PROPERTY", "百川物业",
            "OTHER", "星野露营 春和景明酒店 长风汽车服务 银杏养老 蓝鲸游泳馆 一叶瑜伽 远山户外 红杉财税 乐活健身 明德法律咨询 九州旅行");

    private static final int TRIALS = 9;
    private static final int EXPIRING = 3;

    private final Instant now;
    private final List<UUID> owners;

    /** @param owners accounts of the house that look after companies */
    DemoTenants(Instant now, List<UUID> owners) {
        this.now = now;
        this.owners = owners;
    }

    Opening star() {
        return new Opening("禾木里全屋定制", "HOME", ZONE, "PRO", inDays(212), owner(0));
    }

    Opening software() {
        return new Opening("云栈软件", "B2B_SAAS", ZONE, "STANDARD", inDays(27), owner(1));
    }

    /** For the first run: nobody has set anything up here. */
    Opening empty() {
        return new Opening("禾木里·新店筹备", "HOME", ZONE, "TRIAL", inDays(14), owner(0));
    }

    /** The order is always the same, so that each start over gives the same companies. */
    List<Opening> others() {
        var openings = new ArrayList<Opening>();
        new TreeMap<>(NAMES).forEach((trade, names) -> {
            for (var name : names.split(" ")) {
                int number = openings.size();
                openings.add(new Opening(name, trade, ZONE, plan(number), inDays(days(number)), owner(number)));
            }
        });
        return openings;
    }

    private Optional<UUID> owner(int number) {
        return number % 5 == 4 ? Optional.empty() : Optional.of(owners.get(number % owners.size()));
    }

    /** In some nobody has signed in yet, which is what an operator looks for. */
    static boolean isBusy(TenantId tenant) {
        return tenant.value() % 6 != 0;
    }

    private static String plan(int number) {
        if (number < TRIALS - 1) {
            return "TRIAL";
        }
        return number % 4 == 0 ? "PRO" : "STANDARD";
    }

    private static long days(int number) {
        if (number < TRIALS - 1) {
            return 2 + number * 2L;
        }
        return number < TRIALS - 1 + EXPIRING ? 8 + number : 60 + number * 7L;
    }

    private Instant inDays(long days) {
        return now.plus(Duration.ofDays(days));
    }
}
