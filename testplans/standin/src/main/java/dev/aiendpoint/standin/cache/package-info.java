/** The answer caches, with the lifetimes of the real application. */
package dev.aiendpoint.standin.cache;
