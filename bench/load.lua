-- Asks for the given paths in turn, and says at the end what came of it.
local paths, place = {}, 0

function init(args)
  for i, path in ipairs(args) do paths[i] = wrk.format("GET", path) end
end

function request()
  place = place % #paths + 1
  return paths[place]
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    "RESULT %d %d %d %.0f %.0f\n",
    summary.requests, summary.duration, failed, latency:percentile(50), latency:percentile(99)))
end
