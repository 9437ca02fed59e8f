// Stands in for jweixin, jwxwork and @wecom/jssdk: the same names, answered by the sandbox from the current chat.
(function () {
  const home = new URL(document.currentScript.src).origin
  const entry = location.href.split('#')[0]
  // The phones lie side by side in one browser; the frame's name says whose this is, whichever was touched last.
  const holder = /^sandbox (member:\S+)$/.exec(window.name)
  const who = holder ? '?who=' + encodeURIComponent(holder[1]) : ''
  const ready = []
  const failed = []
  let state = 'new'
  let problem

  async function ask(call, params) {
    const response = await fetch(home + '/sandbox/jssdk/' + call + who, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params || {})
    })
    return response.json()
  }

  // The phone around this page shows what the client itself would do: open a chat, a profile, a picker.
  function tellPhone(call, params) {
    if (window.parent !== window) window.parent.postMessage({ sandbox: 'jssdk', call, params: plain(params) }, home)
  }

  function plain(params) {
    return JSON.parse(JSON.stringify(params || {}))
  }

  function settle(params, result) {
    const fine = result.err_msg.endsWith(':ok')
    if (params && fine && params.success) params.success(result)
    if (params && !fine && params.fail) params.fail(result)
    if (params && params.complete) params.complete(result)
    return result
  }

  async function invoke(call, params, callback) {
    let result
    try {
      result = await ask(call, plain(params))
    } catch (e) {
      result = { err_msg: call + ':fail ' + e.message, errMsg: call + ':fail ' + e.message, errCode: 1 }
    }
    tellPhone(call, params)
    settle(params, result)
    if (callback) callback(result)
    return result
  }

  async function configure(call, params) {
    const result = settle(params, await ask(call, { ...plain(params), url: entry }))
    if (call === 'config') {
      state = result.err_msg.endsWith(':ok') ? 'ready' : 'failed'
      problem = result
      if (state === 'ready') ready.splice(0).forEach((told) => told())
      else failed.splice(0).forEach((told) => told(result))
    }
    return result
  }

  const calls = [
    'getContext', 'getCurExternalContact', 'getCurExternalChat', 'sendChatMessage', 'shareToExternalContact',
    'shareToExternalChat', 'shareToExternalMoments', 'openUserProfile', 'openEnterpriseChat', 'openExistedChatWithMsg',
    'navigateToAddCustomer', 'selectExternalContact', 'previewFile', 'previewImage', 'openDefaultBrowser', 'openUrl',
    'updateAppMessageShareData', 'updateTimelineShareData', 'onMenuShareAppMessage', 'onMenuShareTimeline',
    'onMenuShareWechat', 'hideOptionMenu', 'showOptionMenu', 'hideMenuItems', 'closeWindow', 'checkJsApi',
    'setClipboardData', 'hideChatAttachmentMenu'
  ]

  const wx = {
    config: (params) => configure('config', params),
    agentConfig: (params) => configure('agentConfig', params),
    ready(told) {
      if (state === 'ready') told()
      else ready.push(told)
    },
    error(told) {
      if (state === 'failed') told(problem)
      else failed.push(told)
    },
    invoke
  }
  calls.forEach((call) => { wx[call] = (params, callback) => invoke(call, params, callback) })

  // The new SDK asks the page for its signatures and gives promises.
  const ww = {
    register(options) {
      const signed = async (give, call, more) => {
        if (!give) return
        const signature = await give(entry)
        return configure(call, { ...more, ...signature })
      }
      ww.registered = (async () => {
        await signed(options.getConfigSignature, 'config', { corpid: options.corpId })
        await signed(options.getAgentConfigSignature, 'agentConfig', { corpid: options.corpId, agentid: options.agentId })
      })()
    },
    checkJsApi: (params) => invoke('checkJsApi', params),
    env: { isWeChat: false, isWeCom: true, isMiniProgram: false }
  }
  calls.forEach((call) => {
    ww[call] = async (params) => {
      await ww.registered
      const result = await invoke(call, params)
      if (!result.err_msg.endsWith(':ok')) throw result
      return result
    }
  })

  window.wx = window.jWeixin = wx
  window.ww = ww
})()
