using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>Signing out: the session opens nothing any more, and the browser forgets it.</summary>
public sealed partial class SignOutPage : FormPage
{
    [Inject]
    private SessionBook Sessions { get; set; } = null!;

    private async Task Submit()
    {
        await Sessions.Revoke(Visitor.Asker.Session, Visitor.Gone);
        SessionCookie.Remove(Visitor.Http);
        Go("/sign-in");
    }
}
