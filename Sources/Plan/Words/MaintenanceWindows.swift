/// How a maintenance window is called in English, German, Spanish and French, in words as `nameWords` has them.
package let maintenanceWindows: Set<String> = [
    "maintenance window", "wartungsfenster", "ventana de mantenimiento", "fenêtre de maintenance",
    "fenetre de maintenance",
]
