package dev.aiendpoint.jmeter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.jmeter.util.JMeterUtils;

/** A JMeter home in a temporary folder with the least that an engine and its plans need. */
public final class JMeterHome {

  private static final String PROPERTIES =
      """
      sample_variables=ai_phase,ai_intended_start_ms
      jmeterengine.stopfail.system.exit=false
      language=en
      """;

  /** As in JMeter's own file: elements without an alias go by their class names. */
  private static final String SAVE_SERVICE =
      """
      _version=5.0
      _file_encoding=UTF-8
      TestPlan=org.apache.jmeter.testelement.TestPlan
      Arguments=org.apache.jmeter.config.Arguments
      boolProp=org.apache.jmeter.testelement.property.BooleanProperty
      intProp=org.apache.jmeter.testelement.property.IntegerProperty
      longProp=org.apache.jmeter.testelement.property.LongProperty
      stringProp=org.apache.jmeter.testelement.property.StringProperty
      collectionProp=org.apache.jmeter.testelement.property.CollectionProperty
      elementProp=org.apache.jmeter.testelement.property.TestElementProperty
      hashTree=org.apache.jorphan.collections.ListedHashTree
      jmeterTestPlan=org.apache.jmeter.save.ScriptWrapper
      _org.apache.jmeter.save.converters.BooleanPropertyConverter=
      _org.apache.jmeter.save.converters.IntegerPropertyConverter=
      _org.apache.jmeter.save.converters.LongPropertyConverter=
      _org.apache.jmeter.save.converters.MultiPropertyConverter=collection
      _org.apache.jmeter.save.converters.StringPropertyConverter=
      _org.apache.jmeter.save.converters.HashTreeConverter=collection
      _org.apache.jmeter.save.converters.TestElementConverter=collection
      _org.apache.jmeter.save.converters.TestElementPropertyConverter=collection
      _org.apache.jmeter.save.ScriptWrapperConverter=mapping
      """;

  private static boolean ready;

  private JMeterHome() {}

  /** Makes the home once and has JMeter read it. */
  public static synchronized void use() {
    if (ready) {
      return;
    }
    try {
      Path bin = Files.createDirectories(Files.createTempDirectory("jmeter-home").resolve("bin"));
      Path properties = Files.writeString(bin.resolve("jmeter.properties"), PROPERTIES);
      Path saveService = Files.writeString(bin.resolve("saveservice.properties"), SAVE_SERVICE);
      Files.writeString(bin.resolve("upgrade.properties"), "");
      JMeterUtils.setJMeterHome(bin.getParent().toString());
      JMeterUtils.loadJMeterProperties(properties.toString());
      JMeterUtils.setProperty("saveservice_properties", saveService.toString());
      JMeterUtils.setLocale(Locale.ENGLISH);
      ready = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
