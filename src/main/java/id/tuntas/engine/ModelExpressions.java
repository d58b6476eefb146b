package id.tuntas.engine;

import id.tuntas.shared.DistrictZones;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * The expressions of models, decisions and task queries. The engine's own manager reaches every method of every value by
 * reflection and every bean; this one knows variables, {@code execution} and the beans it is given, nothing else. It also
 * closes the query hole CVE-2026-109432, because query expressions pass through here.
 */
class ModelExpressions extends JuelExpressionManager {

    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "endOfToday");

    private final Map<String, Object> callable;
    private final Map<String, Object> named;
    private final Clock clock;
    private final DistrictZones zones;

    /**
     * @param callable beans whose public methods a model may call
     * @param named beans a model may only name, as a delegate expression
     */
    ModelExpressions(Map<String, Object> callable, Map<String, ?> named, Clock clock, DistrictZones zones) {
        this.callable = Map.copyOf(callable);
        this.named = Map.copyOf(named);
        this.clock = clock;
        this.zones = zones;
        addFunction("endOfToday", ReflectUtil.getMethod(Functions.class, "endOfToday"));
    }

    @Override
    protected ELResolver createElResolver() {
        return new ModelElResolver(callable, named);
    }

    /** Leaves out what nobody needs: Spin's functions hand out objects with methods, and so does dateTime(). */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    public Expression createExpression(String text) {
        try {
            return super.createExpression(text);
        } catch (ELException e) {
            // JUEL's own exception would leave the engine as a server error without saying which expression it was
            throw new ProcessEngineException("Not a valid expression: " + text + ". " + e.getMessage(), e);
        }
    }

    private Date startOfTomorrow() {
        String district = DistrictOfUser.districtOfUser();
        ZoneId zone = district == null ? ZoneOffset.UTC : zones.zoneOf(district);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return Date.from(today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Functions are static methods of a public class, because expressions call them so. */
    public static final class Functions {

        private Functions() {}

        /** The first instant of tomorrow where the signed-in user works, for the shared filter "due today". */
        public static Date endOfToday() {
            return ((ModelExpressions) Context.getProcessEngineConfiguration().getExpressionManager())
                    .startOfTomorrow();
        }
    }
}
