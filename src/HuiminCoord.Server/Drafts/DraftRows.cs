using HuiminCoord.Domain.Drafts;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Drafts;

/// <summary>The rows of drafts.</summary>
internal static class DraftRows
{
    /// <summary>One owner's drafts begin with it, the next prefix follows: ranges find them by the table's key.</summary>
    private const string AfterUnits = "unit0";

    private const string AfterSubmits = "submit0";

    private const string AfterSummaries = "summary0";

    /// <summary>The draft of a form.</summary>
    internal static IQueryable<DraftRow> One(CoordinationDb db, string campaign, string owner, string form) =>
        db.Drafts.Where(d => d.Campaign == campaign && d.Owner == owner && d.Form == form);

    /// <summary>What units are filling.</summary>
    internal static IQueryable<DraftRow> OfUnits(CoordinationDb db, string campaign, IReadOnlyCollection<string>? units)
    {
        var drafts = db.Drafts.Where(d => d.Campaign == campaign
            && string.Compare(d.Form, DraftForm.SubmitPrefix) > 0 && string.Compare(d.Form, AfterSubmits) < 0);
        if (units is null)
        {
            return drafts.Where(d => string.Compare(d.Owner, DraftOwner.UnitPrefix) > 0 && string.Compare(d.Owner, AfterUnits) < 0);
        }

        var owners = units.Select(u => DraftOwner.UnitPrefix + u).ToList();
        return drafts.Where(d => owners.Contains(d.Owner));
    }

    /// <summary>What the office has written of a period's summary, section by section.</summary>
    internal static IQueryable<DraftRow> OfSummary(CoordinationDb db, string campaign, string duty)
    {
        var (from, after) = ($"{DraftForm.SummaryPrefix}{duty}/", $"{DraftForm.SummaryPrefix}{duty}0");
        return db.Drafts.Where(d => d.Campaign == campaign && d.Owner == DraftOwner.Office.Text && string.Compare(d.Form, from) > 0 && string.Compare(d.Form, after) < 0);
    }

    /// <summary>Drafts of an owner that wait to be sent or discarded: all but those that last.</summary>
    internal static IQueryable<DraftRow> Waiting(CoordinationDb db, string campaign, string owner) =>
        db.Drafts.Where(d => d.Campaign == campaign && d.Owner == owner && (string.Compare(d.Form, DraftForm.SummaryPrefix) < 0 || string.Compare(d.Form, AfterSummaries) > 0));

    /// <summary>Waits until nobody else writes a draft of this owner, within a transaction.</summary>
    /// <returns>The version that a draft gets now.</returns>
    internal static async Task<long> TakeTurn(CoordinationDb db, string campaign, string owner, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO draft_head (campaign, owner, head) VALUES ({campaign}, {owner}, 1)
            ON CONFLICT (campaign, owner) DO UPDATE SET head = draft_head.head + 1 RETURNING head AS "Value"
            """).ToListAsync(cancellation))[0];

    /// <summary>What the rules need to know of a stored draft.</summary>
    internal static DraftMark MarkOf(DraftRow row)
    {
        var by = Signature.Of(row.SavedBy);
        return new(row.Version, by.Seat?.Split('/')[^1] ?? "", by.Login, row.SavedAt);
    }
}
