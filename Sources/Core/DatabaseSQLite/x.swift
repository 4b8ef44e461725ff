// The driver comes here.
