using System.Text.RegularExpressions;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Searching;

/// <summary>Rows whose texts hold a pattern. What follows is translated: no expression of .NET is ever run here.</summary>
internal sealed class StoredTexts(CoordinationDb db, SearchPattern pattern)
{
    /// <summary>As PostgreSQL's are by themselves: without it each row would put its pattern together anew.</summary>
    private const RegexOptions Plain = RegexOptions.Singleline;

    private readonly bool _sqlite = db.Database.IsSqlite();

    internal IQueryable<SeatRow> Holders(IQueryable<SeatRow> rows) => _sqlite
        ? rows.Where(s => EF.Functions.Glob(s.Holder, pattern.Glob))
        : rows.Where(s => Regex.IsMatch(s.Holder, pattern.Regex, Plain));

    internal IQueryable<InboxRow> Messages(IQueryable<InboxRow> rows) => _sqlite
        ? rows.Where(m => EF.Functions.Glob(m.Title, pattern.Glob) || EF.Functions.Glob(m.Body, pattern.Glob))
        : rows.Where(m => Regex.IsMatch(m.Title, pattern.Regex, Plain) || Regex.IsMatch(m.Body, pattern.Regex, Plain));

    /// <summary>By title, which holds the period, and by clause: one of the plan's, or words of the office's own.</summary>
    /// <param name="rows">Obligations.</param>
    /// <param name="found">The plan's clauses that hold the text.</param>
    /// <param name="planned">All clauses of the plan: they are ids, which nobody looks for.</param>
    internal IQueryable<ObligationRow> Obligations(IQueryable<ObligationRow> rows, IReadOnlyList<string> found, IReadOnlyList<string> planned) => _sqlite
        ? rows.Where(o => EF.Functions.Glob(o.Title, pattern.Glob) || EF.Functions.Glob(o.Title, pattern.OtherGlob)
            || (o.Clause != null && (found.Contains(o.Clause) || (!planned.Contains(o.Clause) && EF.Functions.Glob(o.Clause, pattern.Glob)))))
        : rows.Where(o => Regex.IsMatch(o.Title, pattern.Regex, Plain)
            || (o.Clause != null && (found.Contains(o.Clause) || (!planned.Contains(o.Clause) && Regex.IsMatch(o.Clause, pattern.Regex, Plain)))));
}
