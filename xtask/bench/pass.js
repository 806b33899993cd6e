// The least that a worker in front of an origin can do: hand every request on.

export default {
  fetch(request, env) {
    return env.ORIGIN.fetch(request);
  },
};
