-- Drives a headless Neovim through a session with the language server: attach, problems, completion, rename, layout, quit.
-- What it sees goes to the file named by FANGAN_SEEN, one JSON value a line. Works with every Neovim from 0.7 on.

local seen = assert(io.open(os.getenv("FANGAN_SEEN"), "w"))
local function see(name, value)
  seen:write(vim.json.encode({ name = name, value = value }), "\n")
  seen:flush()
end

local function run()
  local buffer = vim.api.nvim_get_current_buf()
  local client_id = vim.lsp.start_client({
    name = "fangan",
    cmd = { os.getenv("FANGAN"), "lsp" },
    root_dir = vim.fn.getcwd(),
  })
  assert(client_id, "the client starts")
  assert(vim.lsp.buf_attach_client(buffer, client_id), "the client is attached")
  local client = vim.lsp.get_client_by_id(client_id)
  assert(vim.wait(20000, function() return client.initialized end), "the server answers initialize")
  see("encoding", client.offset_encoding)

  local function problems()
    local codes = {}
    for _, problem in ipairs(vim.diagnostic.get(buffer)) do
      table.insert(codes, { code = problem.code, line = problem.lnum, column = problem.col, message = problem.message })
    end
    return codes
  end
  local function ask(method, params)
    local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 20000), method)
    local answer = assert(answers[client_id], method)
    assert(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
  local function lines() return vim.api.nvim_buf_get_lines(buffer, 0, -1, false) end
  local function settle() ask("fangan/idle", vim.empty_dict()) end

  settle()
  see("problems", problems())

  -- A line is typed, badly spaced, and what may follow is asked for.
  vim.api.nvim_buf_set_lines(buffer, 9, 9, false, { "-   配合 :县" })
  vim.api.nvim_win_set_cursor(0, { 10, #"-   配合 :县" })
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local found = ask("textDocument/completion", params)
  local labels = {}
  for _, item in ipairs(found.items) do table.insert(labels, item.label) end
  see("completion", labels)

  vim.api.nvim_buf_set_lines(buffer, 9, 10, false, { "-   配合 :县财政局" })
  settle()
  local layout = ask("textDocument/formatting", vim.lsp.util.make_formatting_params())
  vim.lsp.util.apply_text_edits(layout, buffer, client.offset_encoding)
  see("layout", lines()[10])

  vim.api.nvim_win_set_cursor(0, { 9, #"- 牵头：" })
  params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.newName = "县教体局"
  vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", params), client.offset_encoding)
  see("renamed", lines()[9])
  local other = vim.fn.bufnr(vim.fn.getcwd() .. "/owners.plan")
  see("renamed elsewhere", other > 0 and vim.api.nvim_buf_get_lines(other, 0, -1, false) or {})
  -- As a setting for the file type would.
  if other > 0 then vim.lsp.buf_attach_client(other, client_id) end
  settle()
  see("problems after", problems())

  client.stop()
  see("stopped", vim.wait(20000, function() return client.is_stopped() end))
end

local ok, why = pcall(run)
if not ok then see("failed", tostring(why)) end
seen:close()
vim.cmd("qall!")
