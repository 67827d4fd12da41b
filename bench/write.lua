-- Sends prepared requests one after the other: lines of path, cookie and JSON, divided by tabs.
-- Keeps the id of each annotation that was acknowledged, and what was answered to the others.
local requests, place, answers = {}, 0, nil

function init(args)
  for line in io.lines(args[1]) do
    local path, cookie, body = line:match("^([^\t]*)\t([^\t]*)\t(.*)$")
    local headers = {
      ["Content-Type"] = "application/json",
      ["Cookie"] = cookie,
      ["X-CSRFToken"] = args[3],
    }
    requests[#requests + 1] = wrk.format("POST", path, headers, body)
  end
  answers = io.open(args[2], "a")
end

function request()
  place = place + 1
  return requests[place] or error("all prepared requests were sent")
end

function response(status, headers, body)
  local id = status == 201 and body:match('"id": *"([%x-]+)"')
  answers:write(id or ("refused " .. status .. " " .. body:sub(1, 300):gsub("%s+", " ")), "\n")
  answers:flush()
end

function done(summary, latency)
  local times = {}
  for percent = 1, 99 do times[percent] = string.format("%.0f", latency:percentile(percent)) end
  io.write(string.format(
    "RESULT %d %d %s\n", summary.duration, latency.max, table.concat(times, " ")))
end
