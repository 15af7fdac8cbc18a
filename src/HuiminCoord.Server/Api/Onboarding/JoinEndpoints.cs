using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Api.Onboarding;

/// <summary>What a unit's link opens, without an account. Tokens travel in bodies: addresses end up in logs.</summary>
internal static class JoinEndpoints
{
    private static readonly PersonBody Liaison = new("联络人甲", "办公室主任", "0471-0000000", "lianluo@example.org");

    internal static void Map(RouteGroupBuilder api)
    {
        var join = api.MapGroup("/join").WithTags("Onboarding");
        join.MapPost("/look", Look).AsAct<UnitInvitation>("lookAtUnitLink", new UnitLinkBody("token-of-the-link")).Refuses("link.spent", "request.too-many").AgainstGuessing();
        join.MapPost("/name", Name).AsAct<NamedByLinkView>("nameByUnitLink", new NameByLinkBody("token-of-the-link", Liaison))
            .Refuses(
                "link.spent", "naming.leader-by-meeting", "naming.liaison-needed", "naming.mail-malformed", "naming.unreadable", "request.too-many", "seat.name-needed",
                "seat.same-person").AgainstGuessing();
    }

    /// <summary>What a unit's link leads to: the unit, and who holds its seats.</summary>
    /// <remarks>Looking uses nothing up. It speaks of this unit only, and of nobody's telephone or mail.</remarks>
    internal static Task<UnitInvitation> Look(UnitLinkBody body, UnitNaming naming, CancellationToken cancellation) => naming.Look(body.Token, cancellation);

    /// <summary>The unit names its liaison, and if it likes its deputy and leader; the link is used up.</summary>
    /// <remarks>The unit's word takes effect at once and fulfils its liaison duty. Accounts follow when the office confirms. After a refusal the link stays good.</remarks>
    internal static async Task<NamedByLinkView> Name(NameByLinkBody body, HttpContext http, UnitNaming naming, CancellationToken cancellation) =>
        NamedByLinkView.Of(await naming.Name(body.Token, body.People, cancellation), Speaking.To(http));
}
