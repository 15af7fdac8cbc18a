using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Api.Sessions;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Api.Accounts;

/// <summary>Accounts: issued, given a new slip, closed. What somebody may do with one comes from seats.</summary>
internal static class AccountEndpoints
{
    internal static void Map(RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("Accounts");
        accounts.MapGet("", List).AsQuestion<Page<AccountEntry>>("listAccounts");
        accounts.MapPost("", Issue).AsAct<ActivationSlip>("issueAccount", new IssueAccountBody("bangongshi-1", "工作人员甲", "bangongshi@example.org"))
            .Refuses("account.login-malformed", "account.login-taken");
        accounts.MapPost("/{login}/slip", Renew).AsAct<ActivationSlip>("renewSlip", null).Refuses("account.unknown");
        accounts.MapPost("/{login}/close", Close).AsAct<DoneView>("closeAccount", null).Refuses("account.own", "account.unknown");
        accounts.MapPost("/{login}/open", Open).AsAct<DoneView>("openAccount", null).Refuses("account.own", "account.unknown");
    }

    /// <summary>Accounts by login name, with their seats and whether they can be used.</summary>
    /// <remarks>Pages follow login names. Nothing of a password or second factor is shown but whether there is one.</remarks>
    /// <param name="text">Part of a login name or a person's name.</param>
    /// <param name="limit">Rows per page, 1 to 200; 50 unless told.</param>
    /// <param name="next">The following page, from the answer before.</param>
    internal static async Task<Page<AccountEntry>> List(
        AccountBook book, CancellationToken cancellation, [Words(40)] string? text = null, [Within(1, PageCursor.Most)] int limit = PageCursor.Usual, [Words(600)] string? next = null)
    {
        var page = await book.List(new AccountFilter(text, limit, next), cancellation);
        return new(true, page.Items, page.Next);
    }

    /// <summary>Issues an account without a password; its holder sets one by the slip.</summary>
    /// <remarks>The slip's link is in this answer only and good for seven days. Give the account a seat: without one it opens nothing.</remarks>
    internal static async Task<ActivationSlip> Issue(IssueAccountBody body, HttpContext http, Issuing issuing, Slips slips, LinkAddress address, CancellationToken cancellation)
    {
        var issued = await issuing.Issue(body.Login, body.Name, Passages.Of(http).Asker.Login, cancellation, body.Email);
        return await slips.Of(issued, address.Of(http.Request), Speaking.To(http), cancellation);
    }

    /// <summary>Gives a new slip: the holder sets password and second factor anew. An earlier slip ends.</summary>
    /// <remarks>For a forgotten password or a lost telephone: codes of the present authenticator app end at once. Sessions go on until the slip is used.</remarks>
    internal static async Task<ActivationSlip> Renew(string login, HttpContext http, Issuing issuing, Slips slips, LinkAddress address, CancellationToken cancellation)
    {
        var issued = await issuing.Renew(login, Passages.Of(http).Asker.Login, cancellation);
        return await slips.Of(issued, address.Of(http.Request), Speaking.To(http), cancellation);
    }

    /// <summary>Closes an account and signs it out everywhere; what it did stays.</summary>
    /// <remarks>Its seats stay, too: opening it again restores everything. Nobody closes their own.</remarks>
    internal static Task<DoneView> Close(string login, HttpContext http, Issuing issuing, CancellationToken cancellation) => Set(login, true, http, issuing, cancellation);

    /// <summary>Opens a closed account again.</summary>
    /// <remarks>Password and second factor are those of before.</remarks>
    internal static Task<DoneView> Open(string login, HttpContext http, Issuing issuing, CancellationToken cancellation) => Set(login, false, http, issuing, cancellation);

    private static async Task<DoneView> Set(string login, bool closed, HttpContext http, Issuing issuing, CancellationToken cancellation)
    {
        await issuing.Close(login, closed, Passages.Of(http).Asker.Login, cancellation);
        return new(true);
    }
}
