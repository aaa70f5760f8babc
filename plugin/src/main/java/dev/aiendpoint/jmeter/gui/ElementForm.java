package dev.aiendpoint.jmeter.gui;

import java.awt.Container;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.gui.Binding;
import org.apache.jmeter.testelement.TestElement;

/** The fields of one element, one below the other, each with its help text. */
final class ElementForm extends JPanel {

  private final List<FormField> fields;

  ElementForm(FormField... fields) {
    super(new MigLayout("insets 0, wrap 2, hidemode 3", "[][grow,fill,200:420:760]", ""));
    this.fields = List.of(fields);
    this.fields.forEach(this::add);
  }

  private void add(FormField field) {
    add(field.label());
    if (field.isNarrow()) {
      add(field.editor(), "split 2, growx 0");
      add(new JLabel(field.unit()), "growx");
    } else {
      add(field.editor());
    }
    add(WrappedText.help(field.help()), "skip, growx, w 100:300, gaptop 0, gapbottom 12");
  }

  /** For the binding group of the form's owner, which moves values to and from an element. */
  List<? extends Binding> bindings() {
    return fields;
  }

  void assignDefaults(TestElement element) {
    fields.forEach(field -> field.assignDefault(element));
  }

  /** JMeter's title panel with the note on what the element is for below it. */
  static Container titled(Container title, String element) {
    JPanel panel = new JPanel(new MigLayout("insets 0, fillx, wrap 1", "[grow,fill]", ""));
    panel.add(title);
    panel.add(
        WrappedText.note(Texts.get(element + ".note")),
        "growx, w 440:440:860, gaptop 6, gapbottom 4");
    return panel;
  }
}
