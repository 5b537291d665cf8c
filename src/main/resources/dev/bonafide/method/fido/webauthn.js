// Speaks with authenticators for the forms of this server (W3C WebAuthn Level 3).
// Pages call the functions at the end: by a node's onclick or onload, or by the name that stands in
// its onclickTrigger or onloadTrigger. What comes of it is said in words beside the button.
(function () {
  "use strict";

  var running = null;
  var autofill = false;

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

  // Where it is said: beside the button, in a live region that screen readers read out. A page may
  // have one there; else it is made, and filled a moment later, for a region that comes with its
  // words is not read out everywhere.
  function say(form, words, button) {
    var beside = button && button.form === form ? button.parentNode : form;
    var place = beside.querySelector("[data-key-status]");
    if (place) {
      place.textContent = words;
      return;
    }
    place = document.createElement("p");
    place.setAttribute("data-key-status", "");
    place.setAttribute("role", "status");
    place.setAttribute("aria-live", "polite");
    beside.appendChild(place);
    setTimeout(function () { say(form, words, button); }, 100);
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
    unnamed: words(
      "Give the key a name first.",
      "Geben Sie dem Schlüssel zuerst einen Namen."),
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

  // One ceremony at a time: a button ends what autofill waits for. A second click on the same
  // button changes nothing.
  function begin(button) {
    if (running) {
      running.abort.abort();
    }
    running = { button: button, abort: new AbortController() };
    return running;
  }

  // Autofill waits again after a button came to nothing.
  function ended(mine) {
    if (running !== mine) {
      return;
    }
    running = null;
    if (mine.button && autofill) {
      window.oryPasskeyLoginAutocompleteInit();
    }
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
    if (form.requestSubmit) {
      form.noValidate = true;
      form.requestSubmit();
    } else {
      form.submit();
    }
  }

  // button: name of what was pressed; autofill was not, and so says nothing until it sends.
  function ceremony(resultName, method, button, asked, written) {
    var result = field(resultName);
    if (!result || !result.form || (button && running && running.button === button)) {
      return Promise.resolve();
    }
    function told(words) {
      if (button) {
        say(result.form, words, field(button));
      }
    }
    if (!supported()) {
      told(WORDS.unsupported);
      return Promise.resolve();
    }
    told(WORDS.waiting);
    var mine = begin(button);
    return Promise.resolve()
      .then(function () { return asked(mine.abort.signal); })
      .then(function (credential) {
        if (credential && running === mine) {
          told(WORDS.sending);
          send(result, method, written(credential));
        }
      })
      .catch(function (error) {
        if (running === mine) {
          told(reason(error));
        }
        ended(mine);
      });
  }

  function get(given, from, result, method, button) {
    return ceremony(result, method, button, function (signal) {
      var publicKey = forUse(options(given, from).publicKey);
      return navigator.credentials.get({ publicKey: publicKey, signal: signal });
    }, used);
  }

  function create(publicKey, result, method, button) {
    return ceremony(result, method, button, function (signal) {
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
    var button = "webauthn_login_trigger";
    return get(given, button, "webauthn_login", "webauthn", button);
  };

  window.oryWebAuthnRegistration = function (given) {
    var button = "webauthn_register_trigger";
    // An authenticator that was asked has made a key, and the server would refuse it.
    var name = field("webauthn_register_displayname");
    if (name && name.form && !name.value.trim()) {
      say(name.form, WORDS.unnamed, field(button));
      name.focus();
      return Promise.resolve();
    }
    return create(function () {
      return options(given, button).publicKey;
    }, "webauthn_register", "webauthn", button);
  };

  window.oryPasskeyLogin = function () {
    return get(null, "passkey_challenge", "passkey_login", "passkey", "passkey_login_trigger");
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
      autofill = true;
      return ceremony("passkey_login", "passkey", "", function (signal) {
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
    }, "passkey_register", "passkey", "passkey_register_trigger");
  };

  window.oryPasskeySettingsRegistration = function () {
    return create(function () {
      return named(options(null, "passkey_create_data"));
    }, "passkey_settings_register", "passkey", "passkey_register_trigger");
  };

  // Kratos' pages also ask under these names.
  window.__oryWebAuthnLogin = window.oryWebAuthnLogin;
  window.__oryWebAuthnRegistration = window.oryWebAuthnRegistration;
  window.__oryPasskeyLogin = window.oryPasskeyLogin;
  window.__oryPasskeyLoginAutocompleteInit = window.oryPasskeyLoginAutocompleteInit;
  window.__oryPasskeyRegistration = window.oryPasskeyRegistration;
  window.__oryPasskeySettingsRegistration = window.oryPasskeySettingsRegistration;
})();
