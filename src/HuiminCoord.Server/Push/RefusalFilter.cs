using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.SignalR;

namespace HuiminCoord.Server.Push;

/// <summary>Tells hub callers why they were refused: the stable code, a colon, the sentence in their language. Only real failures are logged.</summary>
internal sealed class RefusalFilter(ILogger<RefusalFilter> log) : IHubFilter
{
    /// <summary>Logs an error for every call that throws, refusals included: whoever is refused often enough would fill the log.</summary>
    internal const string Framework = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(invocationContext);
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            return await next(invocationContext);
        }
        catch (RefusedException refused)
        {
            throw Said(refused.Refusal, invocationContext);
        }
        catch (Exception failed) when (failed is not HubException && !invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            log.LogError(failed, "{Method} of the push channel failed: {Error}", invocationContext.HubMethodName, failed.Message);
            throw Said(new Refusal("server.failed"), invocationContext);
        }
    }

    private static HubException Said(Refusal refusal, HubInvocationContext call) =>
        new($"{refusal.Code}: {RefusalWords.Say(refusal, Speaking.To(call.Context.GetHttpContext())).Detail}");
}
