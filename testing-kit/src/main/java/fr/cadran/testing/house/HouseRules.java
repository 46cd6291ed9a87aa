package fr.cadran.testing.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The house rules for the classes under one root package. Every public method that returns an
 * {@link ArchRule} is a rule; {@link #all()} finds them by reflection, so a rule cannot be
 * forgotten.
 *
 * <p>Rules are written as allow-lists where possible: an import nobody thought of fails by default.
 * Rules on one layer find nothing in a service without that layer, which ArchUnit refuses as an
 * empty check; such a service says so with an {@link Absence}.
 */
public final class HouseRules {

  private static final String KIT = "fr.cadran.kit..";
  private static final String EVENTS = "fr.cadran.events..";
  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
  private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
  private static final String ENTITY = "jakarta.persistence.Entity";
  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
  private static final String REQUIRES_SCOPE = "fr.cadran.kit.access.RequiresScope";
  private static final String PUBLIC_ACCESS = "fr.cadran.kit.access.PublicAccess";

  private static final String ACCESS = "fr.cadran.kit.access.";
  private static final Set<String> CLAIMS =
      Set.of("has", "roles", "territories", "caisse", "centres", "cpts");

  private static final List<String> BEAN_SCOPES =
      List.of(
          "jakarta.enterprise.context.ApplicationScoped",
          "jakarta.enterprise.context.RequestScoped",
          "jakarta.enterprise.context.Dependent",
          "jakarta.inject.Singleton");

  private static final List<String> INJECTIONS =
      List.of(
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource",
          "jakarta.persistence.PersistenceContext",
          "jakarta.ws.rs.core.Context",
          "org.eclipse.microprofile.config.inject.ConfigProperty",
          "org.eclipse.microprofile.reactive.messaging.Channel",
          "org.eclipse.microprofile.rest.client.inject.RestClient");

  /** What the name of an adapter may start with: the technology it speaks to. */
  private static final Map<Layer, List<String>> TECHNOLOGIES =
      new EnumMap<>(
          Map.of(
              Layer.PERSISTENCE, List.of("Jpa", "Jdbc", "Postgres", "Json"),
              Layer.MESSAGING, List.of("Kafka", "Outbox")));

  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Utils?|Helpers?|Manager|Impl)|.*Common(?![a-z]).*");

  private static final Pattern NOT_A_VERB_PHRASE =
      Pattern.compile(".*(Service|UseCase|Handler|Processor|Facade)");

  private final String root;
  private final Kind kind;
  private final Map<Layer, Absence> absences = new EnumMap<>(Layer.class);

  public HouseRules(String root, Kind kind, Collection<Absence> absences) {
    this.root = root;
    this.kind = kind;
    absences.forEach(absence -> this.absences.put(absence.layer(), absence));
  }

  /** A rule with the name of the method that makes it. */
  public record Named(String name, ArchRule rule) {}

  /** Every rule that holds for this kind of module, in alphabetical order. */
  public List<Named> all() {
    return ruleMethods()
        .filter(method -> kind == Kind.SERVICE || !method.isAnnotationPresent(ForServices.class))
        .map(method -> new Named(method.getName(), make(method)))
        .toList();
  }

  static Stream<Method> ruleMethods() {
    return Arrays.stream(HouseRules.class.getMethods())
        .filter(method -> method.getReturnType() == ArchRule.class)
        .sorted(Comparator.comparing(Method::getName));
  }

  private ArchRule make(Method method) {
    try {
      return (ArchRule) method.invoke(this);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("The rule " + method.getName() + " cannot be made", e);
    }
  }

  // ---- Layers

  @ForServices
  public ArchRule packagesAreFeaturesThenLayers() {
    return classes()
        .should(
            satisfy(
                "reside in the root, in a feature or in a layer of a feature",
                type -> wrongPlace(type).isEmpty(),
                type -> wrongPlace(type).orElse("in its place")))
        .because("a package depth nobody knows is a place no rule watches");
  }

  @ForServices
  public ArchRule aFeatureIsFlatOrLayered() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("reside in a layer when their feature has layers") {
              private final Set<String> layered = new HashSet<>();

              @Override
              public void init(Collection<JavaClass> all) {
                all.stream()
                    .filter(type -> layerOf(type).isPresent())
                    .map(type -> segments(type).getFirst())
                    .forEach(layered::add);
              }

              @Override
              public void check(JavaClass type, ConditionEvents events) {
                List<String> segments = segments(type);
                if (segments.size() == 1
                    && layered.contains(segments.getFirst())
                    && !type.getSimpleName().equals("package-info")) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " stands beside the layers of its feature"));
                }
              }
            })
        .because(
            "package depth shows where the rules live: flat for reference data, layers for rules");
  }

  @ForServices
  public ArchRule domainIsPlainJava() {
    return inLayer(
        Layer.DOMAIN,
        classes()
            .that()
            .resideInAPackage(layer(Layer.DOMAIN))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..", "org.jspecify..", layer(Layer.DOMAIN), "fr.cadran.kit.type..")
            .because("the domain outlives every framework"));
  }

  @ForServices
  public ArchRule domainHasNoSetters() {
    return inLayer(
        Layer.DOMAIN,
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(layer(Layer.DOMAIN))
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("a domain object changes by a named event of its life, not field by field"));
  }

  @ForServices
  public ArchRule applicationKnowsNoAdapter() {
    return inLayer(
        Layer.APPLICATION,
        classes()
            .that()
            .resideInAPackage(layer(Layer.APPLICATION))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "jakarta.inject..",
                "jakarta.enterprise..",
                "jakarta.transaction..",
                "org.jboss.logging..",
                KIT,
                EVENTS,
                layer(Layer.DOMAIN),
                layer(Layer.APPLICATION))
            .because("a use case meets the outside through ports it owns"));
  }

  @ForServices
  public ArchRule useCasesHaveOnePublicMethod() {
    return inLayer(
        Layer.APPLICATION,
        classes()
            .that()
            .resideInAPackage(layer(Layer.APPLICATION))
            .should(
                satisfy(
                    "when beans, have one public method and a verb phrase for a name",
                    type -> !isBean(type) || isUseCase(type),
                    type ->
                        "a bean named "
                            + type.getSimpleName()
                            + " with "
                            + publicMethods(type)
                            + " public methods"))
            .because("one class per use case, named by what it does"));
  }

  @ForServices
  public ArchRule restSeesNoOtherAdapter() {
    return adapterSeesNoOther(Layer.REST, Layer.PERSISTENCE, Layer.MESSAGING);
  }

  @ForServices
  public ArchRule persistenceSeesNoOtherAdapter() {
    return adapterSeesNoOther(Layer.PERSISTENCE, Layer.REST, Layer.MESSAGING);
  }

  @ForServices
  public ArchRule messagingSeesNoOtherAdapter() {
    return adapterSeesNoOther(Layer.MESSAGING, Layer.REST, Layer.PERSISTENCE);
  }

  @ForServices
  public ArchRule featuresMeetInApplicationOrDomain() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("not reach into the adapters of another feature") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(
                        dependency -> isAdapterOfAnotherFeature(type, dependency.getTargetClass()))
                    .forEach(dependency ->
                        events.add(
                            SimpleConditionEvent.violated(
                                dependency, dependency.getDescription())));
              }
            })
        .because("features meet through ids or through their application layer");
  }

  public ArchRule featuresAreFreeOfCycles() {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature that needs its own user cannot be understood alone");
  }

  public ArchRule servicesStandAlone() {
    return classes()
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("fr.cadran.."))
                .or(resideInAnyPackage(root + "..", KIT, EVENTS))
                .as("are their own, of the kit, of the event contracts or foreign to Cadran"))
        .because("services meet only through events");
  }

  @ForServices
  public ArchRule transactionsOnlyInApplication() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(layer(Layer.APPLICATION))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jakarta.transaction..", "io.quarkus.narayana.jta..")
                .as("open a transaction"))
        .because("a transaction is as large as a use case; " + TRANSACTIONAL + " belongs there");
  }

  // ---- Adapters

  @ForServices
  public ArchRule entitiesLiveInPersistence() {
    return noClasses()
        .that(
            describe(
                "reside neither in persistence nor in a flat feature",
                type ->
                    !isIn(type, Layer.PERSISTENCE)
                        && (layerOf(type).isPresent() || segments(type).size() != 1)))
        .should()
        .beAnnotatedWith(ENTITY)
        .because("an entity is how a row is read, not what a thing is");
  }

  public ArchRule noEntityInRestSignatures() {
    return noMethods()
        .should(
            be(
                describe(
                    "resource methods with an entity in their signature",
                    method ->
                        isEndpoint(method)
                            && signatureTypes(method)
                                .anyMatch(type -> type.isAnnotatedWith(ENTITY)))))
        .because("a column renamed must not rename a field of the API");
  }

  public ArchRule noActiveRecord() {
    return noClasses()
        .should()
        .beAssignableTo("io.quarkus.hibernate.orm.panache.PanacheEntityBase")
        .because("rows are reached through repositories");
  }

  @ForServices
  public ArchRule persistenceAdaptersAreNamedByTechnology() {
    return adaptersAreNamedByTechnology(Layer.PERSISTENCE);
  }

  @ForServices
  public ArchRule messagingAdaptersAreNamedByTechnology() {
    return adaptersAreNamedByTechnology(Layer.MESSAGING);
  }

  public ArchRule resourcesAreNamedResource() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .should()
        .beAnnotatedWith(PATH)
        .because("a reader looks for the endpoint of a path by this suffix");
  }

  @ForServices
  public ArchRule restRecordsAreRequestsOrResponses() {
    return inLayer(
        Layer.REST,
        noClasses()
            .that()
            .resideInAPackage(layer(Layer.REST))
            .and()
            .areTopLevelClasses()
            .and()
            .haveNameNotMatching(".*(Request|Response)")
            .should()
            .beRecords()
            .because("a record at the edge is one side of the wire; its parts nest in it"));
  }

  @ForServices
  public ArchRule resourceMethodsSpeakInRequestsAndResponses() {
    return noMethods()
        .should(
            be(
                describe(
                    "resource methods whose body or answer is a type of the service that is not a DTO",
                    method ->
                        isEndpoint(method) && bodyTypes(method).anyMatch(this::isOwnButNoDto))))
        .because("what travels is named for the wire, so that nobody changes it unaware");
  }

  public ArchRule everyEndpointStatesItsAccess() {
    return noMethods()
        .should(
            be(
                describe(
                    "resource methods without exactly one of RequiresScope and PublicAccess",
                    method ->
                        isEndpoint(method)
                            && method.isAnnotatedWith(REQUIRES_SCOPE)
                                == method.isAnnotatedWith(PUBLIC_ACCESS))))
        .because("an endpoint nobody thought about must be denied, not open");
  }

  @ForServices
  public ArchRule rolesAreDecidedInThePolicy() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".access..")
        .should()
        .callCodeUnitWhere(
            describe(
                "looks at roles and claims or makes a reach of them", HouseRules::decidesAccess))
        .orShould()
        .dependOnClassesThat(
            describe("are the roles", type -> type.getName().equals(ACCESS + "Role")))
        .because("who may do what is one table, AccessPolicy; elsewhere it would be forgotten");
  }

  // ---- Habits

  public ArchRule clockAndIdsAreInjected() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("fr.cadran.kit.time..", "fr.cadran.kit.id..")
        .should()
        .callCodeUnitWhere(describe("asks the machine for the time or for chance", this::isAmbient))
        .because("what depends on the moment cannot be tested; inject Clock and IdSource");
  }

  public ArchRule noFieldInjection() {
    return noFields()
        .should(
            be(
                describe(
                    "injected",
                    field -> INJECTIONS.stream().anyMatch(name -> field.isAnnotatedWith(name)))))
        .because("a constructor says what a class needs and lets a test give it");
  }

  public ArchRule noEmptyNames() {
    return noClasses()
        .should(
            be(
                describe(
                    "named Utils, Helper, Manager, Impl or Common",
                    type -> EMPTY_NAME.matcher(type.getSimpleName()).matches())))
        .because("such a name says nothing and attracts everything");
  }

  public ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            satisfy(
                "reside in a package with @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NULL_MARKED),
                type -> "in " + type.getPackageName() + " without @NullMarked package-info"))
        .because("outside a marked package nothing checks nulls");
  }

  public ArchRule noStandardStreams() {
    return noClasses()
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .because("what is printed reaches no operator");
  }

  public ArchRule onlyJBossLogging() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..",
            "org.slf4j..",
            "org.apache.log4j..",
            "org.apache.logging..",
            "org.apache.commons.logging..",
            "io.quarkus.logging..")
        .because("one logger, org.jboss.logging.Logger, keeps the logs structured in one way");
  }

  public ArchRule noGenericExceptions() {
    return noClasses()
        .should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS)
        .because("a failure without a name cannot be answered");
  }

  // ---- Parts of the rules

  /**
   * Classes of a layer this module declares absent: the declaration is stale when there are some.
   */
  boolean contradictsAbsence(JavaClass type) {
    return layerOf(type).map(absences::containsKey).orElse(false);
  }

  private ArchRule inLayer(Layer layer, ArchRule rule) {
    Absence absence = absences.get(layer);
    // The only place where an empty check is allowed: the module has said in words why it is empty.
    return absence == null
        ? rule
        : rule.allowEmptyShould(true)
            .because("no " + layer.segment() + " here: " + absence.reason());
  }

  private ArchRule adapterSeesNoOther(Layer adapter, Layer... others) {
    return inLayer(
        adapter,
        noClasses()
            .that()
            .resideInAPackage(layer(adapter))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Arrays.stream(others).map(this::layer).toArray(String[]::new))
            .because("adapters never see each other: each can be replaced alone"));
  }

  private ArchRule adaptersAreNamedByTechnology(Layer layer) {
    List<String> prefixes = TECHNOLOGIES.getOrDefault(layer, List.of());
    return inLayer(
        layer,
        classes()
            .that()
            .resideInAPackage(layer(layer))
            .should(
                satisfy(
                    "when adapters, have a name that starts with one of " + prefixes,
                    type ->
                        !isAdapter(type)
                            || prefixes.stream().anyMatch(type.getSimpleName()::startsWith),
                    type -> "an adapter named " + type.getSimpleName()))
            .because("the name of an adapter says what stands behind it"));
  }

  private String layer(Layer layer) {
    return root + ".*." + layer.segment() + "..";
  }

  /** The package segments under the root: feature, layer, and what is below. */
  private List<String> segments(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return List.of();
    }
    return List.of(name.substring(root.length() + 1).split("\\.", -1));
  }

  private Optional<Layer> layerOf(JavaClass type) {
    List<String> segments = segments(type);
    return segments.size() < 2 ? Optional.empty() : Layer.ofSegment(segments.get(1));
  }

  private boolean isIn(JavaClass type, Layer layer) {
    return layerOf(type).filter(layer::equals).isPresent();
  }

  private Optional<String> wrongPlace(JavaClass type) {
    List<String> segments = segments(type);
    if (!segments.isEmpty() && Layer.ofSegment(segments.getFirst()).isPresent()) {
      return Optional.of("a layer without a feature: " + type.getPackageName());
    }
    if (segments.size() > 1 && layerOf(type).isEmpty()) {
      return Optional.of("no layer is called " + segments.get(1) + ": " + type.getPackageName());
    }
    return Optional.empty();
  }

  private boolean isAdapterOfAnotherFeature(JavaClass type, JavaClass target) {
    Optional<Layer> layer = layerOf(target);
    return !segments(type).isEmpty()
        && layer.isPresent()
        && layer.get() != Layer.DOMAIN
        && layer.get() != Layer.APPLICATION
        && !segments(type).getFirst().equals(segments(target).getFirst());
  }

  private static boolean isBean(JavaClass type) {
    return BEAN_SCOPES.stream().anyMatch(scope -> type.isAnnotatedWith(scope));
  }

  private static long publicMethods(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
        .count();
  }

  private static boolean isUseCase(JavaClass type) {
    return publicMethods(type) == 1 && !NOT_A_VERB_PHRASE.matcher(type.getSimpleName()).matches();
  }

  /** A bean, or a class that fills a port of the application or the domain. */
  private boolean isAdapter(JavaClass type) {
    return !type.isInterface()
        && type.isTopLevelClass()
        && (isBean(type)
            || type.getAllRawInterfaces().stream()
                .anyMatch(port -> isIn(port, Layer.APPLICATION) || isIn(port, Layer.DOMAIN)));
  }

  private static boolean isEndpoint(JavaMethod method) {
    return method.isMetaAnnotatedWith(HTTP_METHOD);
  }

  private static Stream<JavaClass> signatureTypes(JavaMethod method) {
    return Stream.concat(
            Stream.of(method.getReturnType()),
            method.getParameters().stream().map(JavaParameter::getType))
        .map(JavaType::getAllInvolvedRawTypes)
        .flatMap(Set::stream);
  }

  /**
   * What is answered, and the parameter that carries the body: the one without a JAX-RS annotation.
   */
  private static Stream<JavaClass> bodyTypes(JavaMethod method) {
    return Stream.concat(
            Stream.of(method.getReturnType()),
            method.getParameters().stream()
                .filter(
                    parameter -> parameter.getAnnotations().stream().noneMatch(HouseRules::binds))
                .map(JavaParameter::getType))
        .map(JavaType::getAllInvolvedRawTypes)
        .flatMap(Set::stream);
  }

  private static boolean binds(JavaAnnotation<JavaParameter> annotation) {
    String name = annotation.getRawType().getPackageName();
    return name.startsWith("jakarta.ws.rs") || name.startsWith("org.jboss.resteasy.reactive");
  }

  private boolean isOwnButNoDto(JavaClass type) {
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    String name = outermost.getSimpleName();
    return resideInAPackage(root + "..").test(type)
        && !name.endsWith("Request")
        && !name.endsWith("Response");
  }

  private static boolean decidesAccess(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    boolean looks = owner.equals(ACCESS + "Caller") && CLAIMS.contains(call.getName());
    boolean makes =
        call.getName().equals("<init>")
            && Set.of(ACCESS + "CentreScope", ACCESS + "CptsScope", ACCESS + "Reaches")
                .contains(owner);
    return looks || makes;
  }

  private boolean isAmbient(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getName();
    boolean givenAClock =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.getName().equals("java.time.Clock"));
    return switch (owner) {
      case "java.time.Clock" ->
          name.startsWith("system") || (name.startsWith("tick") && !givenAClock);
      case "java.lang.System" -> name.equals("currentTimeMillis");
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.Date" ->
          name.equals("<init>") && call.getTarget().getRawParameterTypes().isEmpty();
      case "java.util.Calendar" -> name.equals("getInstance");
      case "java.lang.Math" -> name.equals("random");
      default -> owner.startsWith("java.time.") && name.equals("now") && !givenAClock;
    };
  }

  private static ArchCondition<JavaClass> satisfy(
      String description,
      Predicate<JavaClass> holds,
      java.util.function.Function<JavaClass, String> found) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!holds.test(type)) {
          events.add(
              SimpleConditionEvent.violated(type, type.getName() + " is " + found.apply(type)));
        }
      }
    };
  }
}
