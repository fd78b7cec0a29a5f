// written beside this
