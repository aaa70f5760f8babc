package dev.aiendpoint.jmeter.gui;

import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.apache.jmeter.gui.Binding;
import org.apache.jmeter.testelement.TestElement;

/**
 * One property of an element in its form. Every field takes any text, so that {@code ${…}} works
 * everywhere, and keeps it as it is; an empty field is a property that is not there.
 */
final class FormField implements Binding {

  private static final int NUMBER_COLUMNS = 12;

  private final String key;
  private final String defaultValue;
  private final JComponent editor;
  private final boolean narrow;

  private FormField(String key, String defaultValue, JComponent editor, boolean narrow) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.editor = editor;
    this.narrow = narrow;
    editor.setName(key);
    editor.getAccessibleContext().setAccessibleDescription(help());
    editor.setToolTipText(
        defaultValue.isEmpty()
            ? Texts.get("default.empty")
            : Texts.get("default").replace("{0}", defaultValue));
  }

  static FormField text(String key, String defaultValue) {
    return new FormField(key, defaultValue, new JTextField(), false);
  }

  static FormField number(String key, String defaultValue) {
    return new FormField(key, defaultValue, new JTextField(NUMBER_COLUMNS), true);
  }

  /** A list to choose from, in which any other text may be typed too. */
  static FormField choice(String key, String defaultValue, List<String> values) {
    JComboBox<String> list = new JComboBox<>(values.toArray(String[]::new));
    list.setEditable(true);
    return new FormField(key, defaultValue, list, false);
  }

  JComponent editor() {
    return editor;
  }

  /** True for a field that holds no more than a number. */
  boolean isNarrow() {
    return narrow;
  }

  JLabel label() {
    JLabel label = new JLabel(Texts.get(key + ".label") + ":");
    label.setLabelFor(editor);
    label.setToolTipText(key);
    return label;
  }

  String unit() {
    return Texts.find(key + ".unit");
  }

  String help() {
    return Texts.get(key + ".help");
  }

  void assignDefault(TestElement element) {
    put(element, defaultValue);
  }

  @Override
  public void updateElement(TestElement element) {
    put(element, shown());
  }

  @Override
  public void updateUi(TestElement element) {
    show(element.getPropertyAsString(key, ""));
  }

  private void put(TestElement element, String value) {
    if (value.isBlank()) {
      element.removeProperty(key);
    } else {
      element.setProperty(key, value);
    }
  }

  /** What stands in the field, or its default when it is empty. */
  String value() {
    String shown = shown();
    return shown.isBlank() ? defaultValue : shown;
  }

  /** Has the listener hear of every change, also while it is typed. */
  void onChange(Runnable listener) {
    textField()
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                listener.run();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                listener.run();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                listener.run();
              }
            });
  }

  private JTextField textField() {
    return (JTextField)
        (editor instanceof JComboBox<?> list ? list.getEditor().getEditorComponent() : editor);
  }

  private String shown() {
    return textField().getText();
  }

  private void show(String value) {
    if (editor instanceof JComboBox<?> list) {
      list.setSelectedItem(value);
      // A list that already has this item selected would keep what was typed over it.
      list.getEditor().setItem(value);
    } else {
      ((JTextField) editor).setText(value);
    }
  }
}
