using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Api.Sessions;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Api.Accounts;

/// <summary>What links open for people who cannot sign in yet. Tokens travel in bodies: addresses end up in logs.</summary>
internal static class ActivationEndpoints
{
    internal static void Map(RouteGroupBuilder api)
    {
        var activation = api.MapGroup("/activation").WithTags("Accounts");
        activation.MapPost("/look", Look).AsAct<ActivationView>("lookAtActivation", new LinkBody("token-of-the-slip")).Refuses("link.spent", "request.too-many").AgainstGuessing();
        activation.MapPost("/finish", Finish).AsAct<DoneView>("activateAccount", new ActivateBody("token-of-the-slip", "correct-horse-battery-staple", "123456"))
            .Refuses("factor.code-needed", "factor.code-wrong", "link.spent", "password.common", "password.too-long", "password.too-short", "request.too-many").AgainstGuessing();
        var setup = api.MapGroup("/setup").WithTags("Accounts");
        setup.MapPost("/look", LookAtSetUp).AsAct<DoneView>("lookAtSetUp", new LinkBody("token-in-the-log")).Refuses("link.spent", "request.too-many").AgainstGuessing();
        setup.MapPost("/finish", SetUp).AsAct<ActivationSlip>("setUp", new SetUpBody("token-in-the-log", "xitong", "系统管理员甲"))
            .Refuses("account.login-malformed", "account.login-taken", "link.spent", "request.too-many").AgainstGuessing();
    }

    /// <summary>Looks at an activation slip: whose it is, and the key for an authenticator app.</summary>
    /// <remarks>Looking uses nothing up; the key stays the same until the account is activated.</remarks>
    internal static async Task<ActivationView> Look(LinkBody body, Activation activation, CancellationToken cancellation)
    {
        var offer = await activation.Look(body.Token, cancellation);
        return new(offer.Login, offer.Name, offer.NeedsFactor, offer.Factor.Key, offer.Factor.Uri);
    }

    /// <summary>Sets the password, and the second factor where a code is given; the slip is used up.</summary>
    /// <remarks>After any refusal the slip stays good. Other sessions of the account end. Then sign in, with the next code.</remarks>
    internal static async Task<DoneView> Finish(ActivateBody body, Activation activation, CancellationToken cancellation)
    {
        await activation.Finish(body.Token, body.Password, body.Code, cancellation);
        return new(true);
    }

    /// <summary>Looks whether the set-up link in the server's log still opens something.</summary>
    /// <remarks>There is one only while the server has no system administrator.</remarks>
    internal static async Task<DoneView> LookAtSetUp(LinkBody body, SettingUp settingUp, CancellationToken cancellation)
    {
        await settingUp.Look(body.Token, cancellation);
        return new(true);
    }

    /// <summary>Makes the first system administrator; the link is used up.</summary>
    /// <remarks>The answer is their activation slip. After a refusal the link stays good.</remarks>
    internal static async Task<ActivationSlip> SetUp(SetUpBody body, HttpContext http, SettingUp settingUp, Slips slips, LinkAddress address, CancellationToken cancellation)
    {
        var issued = await settingUp.Finish(body.Token, body.Login, body.Name, cancellation);
        return await slips.Of(issued, address.Of(http.Request), Speaking.To(http), cancellation);
    }
}
