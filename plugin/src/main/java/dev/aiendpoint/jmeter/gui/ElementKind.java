package dev.aiendpoint.jmeter.gui;

import java.util.function.Supplier;
import javax.swing.JPopupMenu;
import org.apache.jmeter.gui.util.MenuFactory;

/** What an element is in a plan, which decides where menus offer it and what can go below it. */
enum ElementKind {
  SAMPLER(MenuFactory.SAMPLERS, MenuFactory::getDefaultSamplerMenu),
  CONTROLLER(MenuFactory.CONTROLLERS, MenuFactory::getDefaultControllerMenu),
  CONFIGURATION(MenuFactory.CONFIG_ELEMENTS, MenuFactory::getDefaultConfigElementMenu),
  TIMER(MenuFactory.TIMERS, MenuFactory::getDefaultTimerMenu),
  PRE_PROCESSOR(MenuFactory.PRE_PROCESSORS, MenuFactory::getDefaultExtractorMenu),
  POST_PROCESSOR(MenuFactory.POST_PROCESSORS, MenuFactory::getDefaultExtractorMenu),
  LISTENER(MenuFactory.LISTENERS, MenuFactory::getDefaultVisualizerMenu);

  private final String category;
  private final Supplier<JPopupMenu> popup;

  ElementKind(String category, Supplier<JPopupMenu> popup) {
    this.category = category;
    this.popup = popup;
  }

  /** The menu that offers it. */
  String category() {
    return category;
  }

  /** What a right click on it in the tree shows. */
  JPopupMenu popup() {
    return popup.get();
  }
}
