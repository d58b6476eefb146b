package id.tuntas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on the class path decides what a model could run, should every other guard fail. */
class ShippedCodeTest {

    /** FEEL cannot call Java; JUEL could, and is shut off by {@code NoScripts} and {@code ModelExpressions}. */
    @Test
    void bringsNoScriptLanguageButTheTwoOfTheEngineItself() {
        assertThat(ServiceLoader.load(ScriptEngineFactory.class))
                .allSatisfy(factory -> assertThat(factory.getClass().getName())
                        .matches("org\\.camunda\\.(feel|bpm)\\..*")
                        .doesNotContainIgnoringCase("groovy", "connect"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript",
                "ECMAScript",
                "js",
                "graal.js",
                "nashorn",
                "groovy",
                "python",
                "jython",
                "ruby",
                "jruby",
                "kotlin",
                "kts",
                "scala",
                "lua",
                "bsh",
                "beanshell",
                "mvel",
                "freemarker",
                "velocity",
                "xslt",
                "rhino"
            })
    void findsNoEngineForAKnownLanguage(String language) {
        assertThat(new ScriptEngineManager().getEngineByName(language)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.connect.Connectors",
                "org.camunda.connect.plugin.impl.ConnectProcessEnginePlugin",
                "groovy.lang.GroovyShell",
                "org.apache.logging.log4j.core.lookup.JndiLookup",
                "org.apache.commons.collections.functors.InvokerTransformer",
                "org.apache.xalan.xsltc.trax.TemplatesImpl",
                "org.springframework.remoting.httpinvoker.HttpInvokerServiceExporter"
            })
    void holdsNoClassThatHelpsAnAttacker(String name) {
        assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
                .isNull();
    }
}
