package io.tilth.demo;

import io.tilth.kernel.TenantId;
import io.tilth.tenancy.Tenants.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Forty companies as an operator would see them: most paying, some on trial, a few about to end. */
class DemoTenants {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> TRADES =
            List.of("RETAIL", "HOME", "EDUCATION", "MEDICAL_BEAUTY", "B2B_SAAS", "LIQUOR", "CATERING", "PROPERTY");
    private static final List<String> NAMES = List.of(
            "南山里茶业", "青禾少儿美术", "云上美肤", "江畔酒业", "拾光花艺", "百川物业", "知行教育", "橙子口腔", "麦田烘焙", "北岸家居", "星野露营", "木石建材", "春和景明酒店",
            "小满母婴", "海棠医美", "长风汽车服务", "四季鲜果", "银杏养老", "蓝鲸游泳馆", "半亩书店", "一叶瑜伽", "远山户外", "红杉财税", "味林餐饮", "新芽英语", "听雨琴行",
            "大观眼镜", "乐活健身", "明德法律咨询", "潮汐咖啡", "禾苗托育", "石榴花服饰", "九州旅行", "佳境装饰", "谷雨餐饮", "清泉净水", "朝阳驾校");

    private static final int TRIALS = 9;
    private static final int EXPIRING = 3;

    private final Instant now;

    DemoTenants(Instant now) {
        this.now = now;
    }

    Opening star() {
        return new Opening("禾木里全屋定制", "HOME", ZONE, "PRO", inDays(212));
    }

    Opening software() {
        return new Opening("云栈软件", "B2B_SAAS", ZONE, "STANDARD", inDays(27));
    }

    /** For the first run: nobody has set anything up here. */
    Opening empty() {
        return new Opening("禾木里·新店筹备", "HOME", ZONE, "TRIAL", inDays(14));
    }

    List<Opening> others() {
        var openings = new ArrayList<Opening>();
        for (int number = 0; number < NAMES.size(); number++) {
            openings.add(new Opening(
                    NAMES.get(number), TRADES.get(number % TRADES.size()), ZONE, plan(number), inDays(days(number))));
        }
        return openings;
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
