package id.tuntas.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;

/** Looks names up for {@link ModelExpressions}; refuses all that is not on its short list. */
class ModelElResolver extends ELResolver {

    private static final String EXECUTION = "execution";
    private static final String BUSINESS_KEY = "processBusinessKey";

    private final Map<String, Object> callable;
    private final Map<String, Object> named;

    ModelElResolver(Map<String, Object> callable, Map<String, Object> named) {
        this.callable = callable;
        this.named = named;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        if (base == null) {
            return top(context, String.valueOf(property));
        }
        if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
            return execution.getProcessBusinessKey();
        }
        throw new PropertyNotFoundException("An expression may not read the property '" + property
                + "'; only variables and execution." + BUSINESS_KEY + " can be read");
    }

    /** Beans before variables, so that no variable can pass itself off as a bean. */
    private Object top(ELContext context, String name) {
        if (callable.containsKey(name)) {
            return callable.get(name);
        }
        if (named.containsKey(name)) {
            return named.get(name);
        }
        return EXECUTION.equals(name) ? execution(context) : variable(context, name);
    }

    private static BaseDelegateExecution execution(ELContext context) {
        Object scope = context.getContext(VariableScope.class);
        if (scope instanceof DelegateTask task) {
            return task.getExecution();
        }
        return scope instanceof BaseDelegateExecution execution ? execution : null;
    }

    /** A variable that was never set reads as null: a form leaves out the fields it did not show. */
    private static Object variable(ELContext context, String name) {
        if (context.getContext(VariableScope.class) instanceof VariableScope scope) {
            return scope.getVariable(name);
        }
        if (context.getContext(VariableContext.class) instanceof VariableContext variables) {
            TypedValue value = variables.resolve(name);
            return value == null ? null : value.getValue();
        }
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        context.setPropertyResolved(true);
        if (callable.values().stream().noneMatch(bean -> bean == base)) {
            throw new MethodNotFoundException("An expression may not call '" + method + "' here; only the beans "
                    + callable.keySet().stream().sorted().toList() + " have methods");
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        for (Method candidate : methods(base, String.valueOf(method))) {
            Object[] fitting = fit(context, candidate.getParameterTypes(), given);
            if (fitting != null) {
                return call(candidate, base, fitting);
            }
        }
        throw new MethodNotFoundException(
                "There is no '" + method + "' with " + given.length + " argument(s) of these types");
    }

    /** The public methods the bean's own class declares: none of Object's, none a proxy adds. */
    private static List<Method> methods(Object bean, String name) {
        return Arrays.stream(bean.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .toList();
    }

    /** The arguments in the method's types, the execution filled in where the model left it out; null if they do not fit. */
    private static Object[] fit(ELContext context, Class<?>[] types, Object[] given) {
        boolean filledIn = types.length == given.length + 1 && types[0] == DelegateExecution.class;
        if (!filledIn && types.length != given.length) {
            return null;
        }
        Object[] fitting = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Object value = filledIn ? (i == 0 ? execution(context) : given[i - 1]) : given[i];
            Object converted = value != null && types[i] == String.class ? value.toString() : value;
            if (converted != null && !types[i].isInstance(converted)) {
                return null;
            }
            fitting[i] = converted;
        }
        return fitting;
    }

    private static Object call(Method method, Object bean, Object[] arguments) {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotWritableException("An expression may not set '" + property + "'");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
