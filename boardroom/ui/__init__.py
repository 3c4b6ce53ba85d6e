"""The window: the only place for Qt. What stands on what: window > pages > desk > kit."""
