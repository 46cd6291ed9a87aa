package fr.cadran.kit.http;

import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not have: a filter that is misspelt must not
 * silently give everything.
 */
@Singleton
public class StrictQuery {
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 10)
  public void refuseUnknown(UriInfo uri, ResourceInfo resource) {
    Set<String> sent = uri.getQueryParameters().keySet();
    if (sent.isEmpty()) {
      return;
    }
    Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), StrictQuery::names);
    List<Fault> faults =
        sent.stream()
            .filter(name -> !names.contains(name))
            .sorted()
            .map(name -> Fault.at("", KitProblem.UNKNOWN_PARAMETER.name(), bounded(name)))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.of(KitProblem.UNKNOWN_PARAMETER, faults);
    }
  }

  private static String bounded(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40) + "…";
  }

  private static Set<String> names(Method method) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : method.getParameters()) {
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      if (query != null) {
        names.add(query.value());
      }
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        collect(parameter.getType(), names);
      }
    }
    return names;
  }

  private static void collect(Class<?> bean, Set<String> names) {
    for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        QueryParam query = field.getAnnotation(QueryParam.class);
        if (query != null) {
          names.add(query.value());
        } else if (field.isAnnotationPresent(BeanParam.class)) {
          collect(field.getType(), names);
        }
      }
    }
  }
}
