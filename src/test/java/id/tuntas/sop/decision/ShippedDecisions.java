package id.tuntas.sop.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Every decision table in {@code bpmn/}, evaluated without a process engine; tells which rules matched. */
final class ShippedDecisions {

    static final ShippedDecisions SHIPPED = new ShippedDecisions(Path.of("bpmn"));

    private final Map<String, DmnDecision> decisions = new HashMap<>();
    private final List<DmnModelInstance> models = new ArrayList<>();
    private final Set<String> matched = new LinkedHashSet<>();
    private final DmnEngine engine;

    private ShippedDecisions(Path folder) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::remember));
        configuration.setFeelEngineFactory(() -> new RememberingFeel(new ScalaFeelEngineFactory().createInstance()));
        engine = configuration.buildEngine();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".dmn")).sorted().forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came out, in the order of the rules, and the ids of all rules that matched, in required tables too. */
    record Outcome(List<Object> results, Set<String> rules) {}

    Outcome evaluate(String decision, Map<String, Object> answers) {
        matched.clear();
        var result = engine.evaluateDecisionTable(decisions.get(decision), answers);
        List<Object> entries = new ArrayList<>();
        for (DmnDecisionRuleResult rule : result) {
            entries.add(rule.getSingleEntry());
        }
        return new Outcome(entries, Set.copyOf(matched));
    }

    List<DmnModelInstance> models() {
        return models;
    }

    Collection<DmnDecision> decisions() {
        return decisions.values();
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(matched::add);
    }

    private void read(Path file) {
        models.add(Dmn.readModelFromFile(file.toFile()));
        try (InputStream dmn = Files.newInputStream(file)) {
            engine.parseDecisions(dmn).forEach(decision -> decisions.put(decision.getKey(), decision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
