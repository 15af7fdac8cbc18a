using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Console.Roster;

/// <summary>The empty contact list, to be filled in and uploaded.</summary>
internal static class ContactTemplate
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/roster/contacts/template", Template).ExcludeFromDescription().Under("page.contactTemplate");

    private static async Task<IResult> Template(HttpContext http, ContactLists lists, CancellationToken cancellation) =>
        TypedResults.File(await lists.Template(Passages.Of(http).Asker.Campaign, cancellation), ContactLists.ContentType, "lianluo-mingdan.xlsx");
}
