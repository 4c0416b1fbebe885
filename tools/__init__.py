"""What the project's makers run now and then: nothing here is deployed."""
