// Speaks with authenticators for the forms of this server (W3C WebAuthn Level 3).
// Pages call the functions at the end: by a node's onclick or onload, or by the name that stands in
// its onclickTrigger or onloadTrigger. What comes of it is said in words beside the button.
(function () {
  "use strict";

  var running = null;

  function field(name) {
    return document.getElementsByName(name)[0] || null;
  }

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = "";
    new Uint8Array(buffer).forEach(function (one) { plain += String.fromCharCode(one); });
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  // Where it is said: one live region for each form, read out by screen readers.
  function say(form, words) {
    var place = form.querySelector("[data-key-status]");
    if (!place) {
      place = document.createElement("p");
      place.setAttribute("data-key-status", "");
      place.setAttribute("role", "status");
      place.setAttribute("aria-live", "polite");
      form.appendChild(place);
    }
    place.textContent = words;
  }

  var german = /^de\b/i.test(document.documentElement.lang || navigator.language || "");

  function words(english, inGerman) {
    return german ? inGerman : english;
  }

  var WORDS = {
    unsupported: words(
      "This browser can't use security keys or passkeys.",
      "Dieser Browser kann keine Sicherheitsschlüssel oder Passkeys verwenden."),
    waiting: words(
      "Waiting for your key. Follow what the browser asks for.",
      "Warte auf den Schlüssel. Bitte den Anweisungen des Browsers folgen."),
    sending: words("Checking your key.", "Der Schlüssel wird geprüft."),
    cancelled: words(
      "Nothing was done: it was cancelled, or it took too long. You can try again.",
      "Nichts ist geschehen: abgebrochen oder zu langsam. Ein neuer Versuch ist möglich."),
    known: words(
      "This key is registered already.",
      "Dieser Schlüssel ist schon eingerichtet."),
    origin: words(
      "This page may not ask for keys of this account.",
      "Diese Seite darf keine Schlüssel dieses Kontos verlangen."),
    failed: words(
      "The key could not be used. You can try again, or use another one.",
      "Der Schlüssel ließ sich nicht verwenden. Ein neuer Versuch oder ein anderer ist möglich.")
  };

  function reason(error) {
    switch (error && error.name) {
      case "NotAllowedError":
      case "AbortError":
        return WORDS.cancelled;
      case "InvalidStateError":
        return WORDS.known;
      case "SecurityError":
        return WORDS.origin;
      case "NotSupportedError":
        return WORDS.unsupported;
      default:
        return WORDS.failed;
    }
  }

  function supported() {
    return typeof window.PublicKeyCredential === "function" && !!navigator.credentials;
  }

  function descriptors(list) {
    return (list || []).map(function (one) {
      return Object.assign({}, one, { id: bytes(one.id) });
    });
  }

  // Options come as JSON, as an object, or stand in a node's value.
  function options(given, name) {
    var source = given;
    if (source === undefined || source === null || source instanceof Event) {
      source = field(name) ? field(name).value : "";
    }
    return typeof source === "string" ? JSON.parse(source) : source;
  }

  function forUse(publicKey) {
    return Object.assign({}, publicKey, {
      challenge: bytes(publicKey.challenge),
      allowCredentials: descriptors(publicKey.allowCredentials)
    });
  }

  function forCreation(publicKey) {
    return Object.assign({}, publicKey, {
      challenge: bytes(publicKey.challenge),
      user: Object.assign({}, publicKey.user, { id: bytes(publicKey.user.id) }),
      excludeCredentials: descriptors(publicKey.excludeCredentials)
    });
  }

  function used(credential) {
    var response = credential.response;
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : ""
      }
    });
  }

  function created(credential) {
    var response = credential.response;
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: {
        attestationObject: text(response.attestationObject),
        clientDataJSON: text(response.clientDataJSON),
        transports: response.getTransports ? response.getTransports() : []
      }
    });
  }

  // One ceremony at a time: a button ends what autofill waits for.
  function begin() {
    if (running) {
      running.abort();
    }
    running = new AbortController();
    return running.signal;
  }

  // The form is sent as if its button had been: with the method, and with the browser's own checks.
  function send(result, method, value) {
    var form = result.form;
    result.value = value;
    var chosen = form.querySelector('input[type="hidden"][name="method"][data-key-method]');
    if (method && !chosen) {
      chosen = document.createElement("input");
      chosen.type = "hidden";
      chosen.name = "method";
      chosen.setAttribute("data-key-method", "");
      form.appendChild(chosen);
    }
    if (chosen) {
      chosen.value = method;
    }
    say(form, WORDS.sending);
    if (form.requestSubmit) {
      form.noValidate = true;
      form.requestSubmit();
    } else {
      form.submit();
    }
  }

  function ceremony(resultName, method, quiet, asked, written) {
    var result = field(resultName);
    if (!result || !result.form) {
      return Promise.resolve();
    }
    if (!supported()) {
      if (!quiet) {
        say(result.form, WORDS.unsupported);
      }
      return Promise.resolve();
    }
    if (!quiet) {
      say(result.form, WORDS.waiting);
    }
    return Promise.resolve()
      .then(function () { return asked(begin()); })
      .then(function (credential) {
        if (credential) {
          send(result, method, written(credential));
        }
      })
      .catch(function (error) {
        if (!quiet) {
          say(result.form, reason(error));
        }
      });
  }

  function get(given, from, result, method) {
    return ceremony(result, method, false, function (signal) {
      var publicKey = forUse(options(given, from).publicKey);
      return navigator.credentials.get({ publicKey: publicKey, signal: signal });
    }, used);
  }

  function create(publicKey, result, method) {
    return ceremony(result, method, false, function (signal) {
      return navigator.credentials.create({
        publicKey: forCreation(publicKey()),
        signal: signal
      });
    }, created);
  }

  // What the person typed in the form names the new passkey.
  function named(data) {
    var publicKey = data.credentialOptions.publicKey;
    var input = data.displayNameFieldName ? field(data.displayNameFieldName) : null;
    if (input && input.value) {
      publicKey.user.name = input.value;
      publicKey.user.displayName = input.value;
    }
    return publicKey;
  }

  window.oryWebAuthnLogin = function (given) {
    return get(given, "webauthn_login_trigger", "webauthn_login", "webauthn");
  };

  window.oryWebAuthnRegistration = function (given) {
    return create(function () {
      return options(given, "webauthn_register_trigger").publicKey;
    }, "webauthn_register", "webauthn");
  };

  window.oryPasskeyLogin = function () {
    return get(null, "passkey_challenge", "passkey_login", "passkey");
  };

  window.oryPasskeyLoginAutocompleteInit = function () {
    var available = window.PublicKeyCredential
      && window.PublicKeyCredential.isConditionalMediationAvailable;
    if (!available || !field("passkey_challenge")) {
      return Promise.resolve();
    }
    return window.PublicKeyCredential.isConditionalMediationAvailable().then(function (can) {
      if (!can) {
        return undefined;
      }
      return ceremony("passkey_login", "passkey", true, function (signal) {
        var publicKey = forUse(options(null, "passkey_challenge").publicKey);
        return navigator.credentials.get({
          publicKey: publicKey,
          mediation: "conditional",
          signal: signal
        });
      }, used);
    });
  };

  window.oryPasskeyRegistration = function () {
    return create(function () {
      return named(options(null, "passkey_create_data"));
    }, "passkey_register", "passkey");
  };

  window.oryPasskeySettingsRegistration = function () {
    return create(function () {
      return named(options(null, "passkey_create_data"));
    }, "passkey_settings_register", "passkey");
  };

  // Kratos' pages also ask under these names.
  window.__oryWebAuthnLogin = window.oryWebAuthnLogin;
  window.__oryWebAuthnRegistration = window.oryWebAuthnRegistration;
  window.__oryPasskeyLogin = window.oryPasskeyLogin;
  window.__oryPasskeyLoginAutocompleteInit = window.oryPasskeyLoginAutocompleteInit;
  window.__oryPasskeyRegistration = window.oryPasskeyRegistration;
  window.__oryPasskeySettingsRegistration = window.oryPasskeySettingsRegistration;
})();
