package dev.aiendpoint.jmeter.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.CollectionProperty;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.MultiProperty;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.property.TestElementProperty;

/** All that an element holds, with what it holds within, in a form that is good to compare. */
final class ElementContent {

  private ElementContent() {}

  static Map<String, Object> of(TestElement element) {
    return of(element.propertyIterator());
  }

  private static Map<String, Object> of(PropertyIterator properties) {
    Map<String, Object> content = new TreeMap<>();
    while (properties.hasNext()) {
      JMeterProperty property = properties.next();
      // JMeter writes it although it goes without saying.
      if (!property.getName().equals(TestElement.ENABLED) || !property.getBooleanValue()) {
        content.put(property.getName(), value(property));
      }
    }
    return content;
  }

  private static Object value(JMeterProperty property) {
    if (property instanceof TestElementProperty inner) {
      return of(inner.getElement());
    }
    if (property instanceof CollectionProperty rows) {
      List<Object> content = new ArrayList<>();
      rows.forEach(row -> content.add(value(row)));
      return content;
    }
    return property instanceof MultiProperty several
        ? of(several.iterator())
        : property.getStringValue();
  }
}
