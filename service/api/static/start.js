"use strict";
// validatorUrl is null so that the description is not sent to a public checker
const viewer = document.getElementById("viewer");
window.ui = SwaggerUIBundle({
  url: viewer.dataset.description,
  domNode: viewer,
  deepLinking: true,
  validatorUrl: null,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  persistAuthorization: false,
});
