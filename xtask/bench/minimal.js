// The least that can be called a maintenance answer.

export default {
  fetch() {
    return new Response("The service is down for maintenance.\n", {
      status: 503,
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Retry-After": "300",
        "Cache-Control": "no-store",
      },
    });
  },
};
