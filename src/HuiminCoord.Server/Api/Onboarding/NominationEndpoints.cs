using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Api.Sessions;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api.Onboarding;

/// <summary>Who was named, and what the office makes of it.</summary>
internal static class NominationEndpoints
{
    /// <summary>A little more than is taken: our own answer says what the limit is.</summary>
    private static readonly RequestSizeLimitAttribute WholeList = new(ContactLists.MostBytes + (128 * 1024));

    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/nominations", List).AsQuestion<Page<NominationEntry>>("listNominations");
        campaign.MapPost("/nominations", Enter).AsAct<EnteredContactView>("enterContact", new EnterContactBody("nongmu", SeatKind.Deputy, new PersonBody("联络人乙")))
            .Refuses("contact.held-already", "contact.name-missing", "contact.named-by-unit", "naming.mail-malformed", "naming.unreadable", "seat.name-needed", "seat.same-person", "unit.unknown");
        campaign.MapPost("/nominations/confirm", Confirm).AsAct<ConfirmationView>("confirmNominations", new ConfirmBody([new("AbCdEfGhIjKlMnOp", "jiaoyu-liaison")]));
        campaign.MapPost("/nominations/{nomination}/refuse", Refuse).AsAct<DoneView>("refuseNomination", new RefuseNominationBody("该同志已调离"))
            .Refuses("nomination.decided", "nomination.unknown", "reason.needed");
        campaign.MapGet("/contacts/template", Template).AsDownload("getContactTemplate", ContactLists.ContentType);
        campaign.MapPost("/contacts", Import).AsUpload<ContactListView>("importContacts", ContactLists.ContentType).WithMetadata(WholeList)
            .Refuses("contacts.columns-missing", "contacts.empty", "contacts.too-large", "contacts.too-many-rows", "contacts.too-wide", "contacts.unreadable");
    }

    /// <summary>Nominations that wait for the office, or those that are decided.</summary>
    /// <remarks>Those that wait come earliest first; decided ones latest first, at most 200.</remarks>
    /// <param name="decided">True = confirmed, refused and replaced ones.</param>
    internal static async Task<Page<NominationEntry>> List(string campaign, Nominations nominations, CancellationToken cancellation, bool decided = false) =>
        new(true, await nominations.List(campaign, decided, cancellation), null);

    /// <summary>Enters one contact, like a row of a list.</summary>
    /// <remarks>The roster stays as it is until the office confirms.</remarks>
    internal static async Task<EnteredContactView> Enter(string campaign, EnterContactBody body, HttpContext http, Nominations nominations, CancellationToken cancellation) =>
        new(await nominations.Enter(campaign, new UnitId(body.Unit), body.Seat, body.Person.Person, Passages.Of(http).Asker, cancellation));

    /// <summary>Confirms nominations: accounts and seats follow, each new account with a slip.</summary>
    /// <remarks>
    /// Each is answered by itself: `nomination.unknown`, `nomination.decided`, `nomination.outdated` (the roster has passed on), `account.login-taken`,
    /// `account.login-malformed`, or what the unit's actor refuses. A slip's link is in this answer only; confirming again gives another as long as
    /// nobody has used one.
    /// </remarks>
    internal static async Task<ConfirmationView> Confirm(string campaign, ConfirmBody body, HttpContext http, Confirming confirming, LinkAddress address, CancellationToken cancellation)
    {
        var wishes = body.Nominations.Select(n => new ConfirmWish(n.Nomination, n.Login)).ToList();
        var language = Speaking.To(http);
        return ConfirmationView.Of(await confirming.Confirm(campaign, wishes, Passages.Of(http).Asker, address.Of(http.Request), language, cancellation), language);
    }

    /// <summary>Refuses a nomination: no account follows.</summary>
    /// <remarks>What the roster says is not changed by it; a unit's word stays in force until it names somebody else.</remarks>
    internal static async Task<DoneView> Refuse(string campaign, string nomination, RefuseNominationBody body, HttpContext http, Nominations nominations, CancellationToken cancellation)
    {
        await nominations.Refuse(campaign, nomination, body.Reason, Passages.Of(http).Asker, cancellation);
        return new(true);
    }

    /// <summary>An empty contact list, with a line for each seat of each unit.</summary>
    /// <remarks>XLSX: 单位, 席位, 姓名, 职务, 电话, 邮箱. Rows without a name are answered as such and do no harm.</remarks>
    internal static async Task<IResult> Template(string campaign, ContactLists contacts, CancellationToken cancellation) =>
        TypedResults.File(await contacts.Template(campaign, cancellation), ContactLists.ContentType, "contacts.xlsx");

    /// <summary>Takes in a contact list; every row gets an answer.</summary>
    /// <remarks>
    /// The first sheet of an XLSX file of at most 1 MB and 500 rows; units by id, name or alias. A row that is taken becomes a nomination and
    /// changes no roster until the office confirms it. Taking the same list in again changes nothing.
    /// </remarks>
    internal static async Task<ContactListView> Import(string campaign, HttpContext http, ContactLists contacts, CancellationToken cancellation)
    {
        ContactLists.RequireSize(http.Request.ContentLength ?? 0);
        return ContactListView.Of(await contacts.Import(campaign, http.Request.Body, Passages.Of(http).Asker, cancellation), Speaking.To(http));
    }
}
