using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.SignalR;

namespace HuiminCoord.Server.Push;

/// <summary>Tells hub callers why they were refused: the stable code, a colon, the sentence in their language.</summary>
internal sealed class RefusalFilter : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (RefusedException refused)
        {
            var language = Speaking.To(invocationContext.Context.GetHttpContext());
            throw new HubException($"{refused.Refusal.Code}: {RefusalWords.Say(refused.Refusal, language).Detail}");
        }
    }
}
