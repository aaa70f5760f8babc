package dev.aiendpoint.jmeter.gui;

import java.awt.BorderLayout;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.testelement.TestElement;

/**
 * The form of an element: its title and note, and below them its fields. A form's class has the
 * name of its element and {@code Gui} behind it; by the element's name its texts are found.
 *
 * <p>JMeter has a base class of its own for each kind of element, of which menus are all that
 * differs: here the {@link ElementKind} has them.
 */
abstract class ElementGui extends AbstractJMeterGuiComponent {

  private static final long serialVersionUID = 1L;

  private final ElementKind kind;
  private final transient Supplier<TestElement> maker;
  private final JPanel head = new JPanel(new BorderLayout(0, 12));
  private final ElementForm form;

  ElementGui(ElementKind kind, Supplier<TestElement> maker, FormField... fields) {
    this.kind = kind;
    this.maker = maker;
    this.form = new ElementForm(fields);
    setLayout(new BorderLayout(0, 8));
    setBorder(makeBorder());
    head.add(ElementForm.titled(makeTitlePanel(), element()), BorderLayout.NORTH);
    head.add(form, BorderLayout.CENTER);
    add(head, BorderLayout.CENTER);
    bindingGroup.addAll(form.bindings());
  }

  /** Gives the room that the fields leave to something else. */
  final void addBelow(JComponent rest) {
    add(head, BorderLayout.NORTH);
    add(rest, BorderLayout.CENTER);
  }

  /** Asked for by JMeter's constructor, too, when no field of this class is set yet. */
  final String element() {
    return getClass().getSimpleName().replaceFirst("Gui$", "");
  }

  @Override
  public final String getStaticLabel() {
    return Texts.label(element());
  }

  @Override
  public final String getLabelResource() {
    return element() + ".label";
  }

  @Override
  public final String getDocAnchor() {
    return Texts.anchor(element());
  }

  @Override
  public final Collection<String> getMenuCategories() {
    return List.of(kind.category());
  }

  @Override
  public final JPopupMenu createPopupMenu() {
    return kind.popup();
  }

  @Override
  public final TestElement makeTestElement() {
    return maker.get();
  }

  @Override
  public final void assignDefaultValues(TestElement element) {
    super.assignDefaultValues(element);
    form.assignDefaults(element);
  }

  @Override
  public final void clearGui() {
    super.clearGui();
    configure(createTestElement());
  }
}
