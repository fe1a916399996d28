package se.framsteg.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whoever comes to a door is asking there: a transactional method that is given an {@link Actor} tells the database of that
 * actor as its transaction begins, so that a door which looks before it asks the guard sees no more than afterwards.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true, order = Ordered.LOWEST_PRECEDENCE - 1)
class AskingAtDoors {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Telling telling(ObjectProvider<Asking> asking) {
        return new Telling(asking);
    }

    /** Goes on inside the transaction, which is why transactions come before it in the order. */
    static final class Telling extends StaticMethodMatcherPointcutAdvisor {
        Telling(ObjectProvider<Asking> asking) {
            setAdvice((MethodInterceptor) call -> tell(asking, call));
            setOrder(Ordered.LOWEST_PRECEDENCE);
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            return Arrays.stream(method.getParameterTypes()).anyMatch(Actor.class::isAssignableFrom)
                    && method.getDeclaringClass() != Asking.class
                    && method.getDeclaringClass() != Guard.class
                    && (AnnotatedElementUtils.hasAnnotation(method, Transactional.class)
                            || AnnotatedElementUtils.hasAnnotation(type, Transactional.class));
        }

        private static @Nullable Object tell(ObjectProvider<Asking> asking, MethodInvocation call) throws Throwable {
            var actor = actor(call.getArguments());
            return actor.isPresent() && TransactionSynchronizationManager.isActualTransactionActive()
                    ? asking.getObject().<@Nullable Object, Throwable>during(actor.get(), call::proceed)
                    : call.proceed();
        }

        private static Optional<Actor> actor(@Nullable Object[] arguments) {
            return Arrays.stream(arguments)
                    .filter(Actor.class::isInstance)
                    .map(Actor.class::cast)
                    .findFirst();
        }
    }
}
